import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { RowServices } from '@/components/account/AccountRow'
import type { AccountActions } from '@/components/model/account-actions'
import type { DraftPorts } from '@/components/model/draft'
import type { LoadSiteFacts } from '@/components/model/site-facts'
import type { SiteModel } from '@/components/model/site-model'
import type { VaultModel } from '@/components/model/vault-model'
import { AppError } from '@/utils/errors/app-error'
import type { FillResult, FillWhen, PageLook, RecoveryResult } from '@/utils/messages/contract'
import type { PageText } from '@/utils/recovery/find-codes'
import type { BackupNotes } from '@/utils/storage/backup-notes'
import type { SelectedTextStore } from '@/utils/storage/selected-text'
import type { UnsavedStore } from '@/utils/storage/unsaved-store'
import type { Vault } from '@/utils/vault/vault'
import type { PopupState } from './popup-state'

/** What recovery codes need from the outside. */
export interface RecoveryServices {
  /** What the page of a tab says; null where we may not ask. */
  readonly pageText: (tabId: number) => Promise<PageText | null>
  /** What the user picked on a page to be kept. */
  readonly picked: Pick<SelectedTextStore, 'find' | 'clear' | 'watch'>
  /** Fills one code of an account into the page of a tab, and ticks it off. */
  readonly fill: (tabId: number, accountId: string) => Promise<RecoveryResult>
}

/** What the popup's screens need from the outside. */
export interface PopupServices extends RowServices {
  readonly vault: Pick<Vault, 'sealDraft' | 'openDraft' | 'wasLost'>
  readonly model: VaultModel
  readonly site: SiteModel
  readonly siteFacts: LoadSiteFacts
  readonly actions: AccountActions
  readonly state: PopupState
  /** Where what is not saved yet is kept, sealed. */
  readonly drafts: DraftPorts['store']
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly newId: () => string
  /** What is known of backups. */
  readonly backupNotes: () => Promise<BackupNotes>
  /** Has the background save a sealed account. The request leaves before this returns. */
  readonly save: (draft: string) => Promise<void>
  /** What it could not save after the popup was gone. */
  readonly unsaved: Pick<UnsavedStore, 'read' | 'clear'>
  /**
   * Asks the user for sites, once for all; must be called straight from a click, awaiting nothing
   * before.
   */
  readonly requestOrigins: (origins: readonly string[]) => Promise<boolean>
  /** `frameConfirmed`: also in a frame of another site, of which the user was told. */
  readonly fillHere: (
    tabId: number,
    accountId: string,
    when: FillWhen,
    frameConfirmed: boolean,
  ) => Promise<FillResult>
  /** What the page of a tab asks for; `asked`: for something that the user does there. */
  readonly look: (tabId: number, asked?: boolean) => Promise<PageLook>
  /** The user name that was typed there of late, on the site of this origin; else null. */
  readonly userName: (tabId: number, origin: string) => Promise<string | null>
  readonly recovery: () => Promise<RecoveryServices>
  /** Whether a passkey opens the vault, too. */
  readonly hasPasskey: () => Promise<boolean>
  /** Goes to unlock with a passkey, which only a page in a tab can ask for; closes the popup. */
  readonly openPasskey: () => void
  /** Opens the manage page at a route and closes the popup. */
  readonly openManage: (route?: string) => void
  /** Has the user draw a frame around a code on a picture of the page, in a tab of ours. */
  readonly drawFrame: () => void
  readonly close: () => void
}

const Services = createContext<PopupServices | null>(null)

/** Hands the services to everything below it. */
export const ServicesProvider = Services.Provider

/** The services of the popup this component is in. */
export function useServices(): PopupServices {
  const services = useContext(Services)
  if (services === null) throw new AppError('unexpected', 'no services above this component')
  return services
}
