import type { ReadonlySignal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { AccountActions } from '@/components/model/account-actions'
import type { Copy } from '@/components/model/copy'
import type { DraftPorts } from '@/components/model/draft'
import type { LoadSiteFacts } from '@/components/model/site-facts'
import type { VaultModel } from '@/components/model/vault-model'
import { AppError } from '@/utils/errors/app-error'
import type { LiveCamera } from '@/utils/platform/camera'
import type { HandedPicture } from '@/utils/platform/handed-picture'
import type { ReadBackup } from '@/utils/platform/import/read-backup'
import type { DeriveKek, Vault } from '@/utils/vault/vault'
import type { Frame } from './add/frame'
import type { BackupServices } from './backup/backup-services'
import type { PasskeyServices } from './passkeys/passkey-services'

/** The sites the browser lets us work on. Origins here carry no port. */
export interface SiteGrants {
  list(): Promise<readonly string[]>
  /** Straight from a click: it may show the browser's prompt, one for all of them. */
  request(origins: readonly string[]): Promise<boolean>
  revoke(origin: string): Promise<boolean>
  /** Calls back when a grant came or went; the returned function ends that. */
  watch(change: () => void): () => void
}

/** What the manage page's screens need from the outside. */
export interface ManageServices {
  readonly vault: Vault
  readonly model: VaultModel
  readonly actions: AccountActions
  /** Where what is being typed is kept, sealed. */
  readonly drafts: DraftPorts['store']
  /** For backups, which are sealed apart from the vault. */
  readonly deriveKek: DeriveKek
  /** The time for codes and countdowns. */
  readonly clock: ReadonlySignal<number>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** A fresh id for an account. */
  readonly newId: () => string
  /** Every QR code in a picture. Throws `image-unreadable`, `scan-too-slow`. */
  readonly decodeImage: (picture: Blob) => Promise<readonly string[]>
  /** Switches the camera on. Throws `camera-missing`, `camera-refused`, `camera-busy`. */
  readonly camera: () => Promise<LiveCamera>
  /** The picture that the popup gave this page, and reading what a frame on it holds. */
  readonly handed: {
    take(): Promise<HandedPicture | null>
    read(image: Blob, frame: Frame): Promise<readonly string[]>
  }
  /** What a file of any app holds. */
  readonly readBackup: ReadBackup
  readonly copy: Copy
  readonly sites: SiteGrants
  readonly siteFacts: LoadSiteFacts
  /** The keys that open the popup and lock the vault; empty where the user has none. */
  readonly shortcuts: () => Promise<{ readonly open: string; readonly lock: string }>
  readonly passkeys: PasskeyServices
  readonly backups: BackupServices
  /** As in the manifest. */
  readonly version: string
  readonly userAgent: string
}

const Services = createContext<ManageServices | null>(null)

/** Hands the services to everything below it. */
export const ServicesProvider = Services.Provider

/** The services of the page this component is on. */
export function useServices(): ManageServices {
  const services = useContext(Services)
  if (services === null) throw new AppError('unexpected', 'no services above this component')
  return services
}
