import { signal } from '@preact/signals'
import { createAccountActions } from '@/components/model/account-actions'
import { readFound } from '@/components/model/found'
import { nearbyOf } from '@/components/model/nearby'
import type { SiteFacts } from '@/components/model/site-facts'
import { createSiteModel, type SiteModelPorts } from '@/components/model/site-model'
import { createVaultModel } from '@/components/model/vault-model'
import { createPopupState } from '@/components/screens/popup/popup-state'
import type { PopupServices } from '@/components/screens/popup/services'
import { AppError, type ErrorCode } from '@/utils/errors/app-error'
import type { FillResult, PageLook, RecoveryResult } from '@/utils/messages/contract'
import type { PageText } from '@/utils/recovery/find-codes'
import { type BackupNotes, noNotes } from '@/utils/storage/backup-notes'
import type { Unsaved } from '@/utils/storage/unsaved-store'
import { applyAccountDraft, parseAccountDraft } from '@/utils/vault/account-draft'
import type { VaultDocument } from '@/utils/vault/document'
import type { Vault } from '@/utils/vault/vault'
import { createFakeVault } from '../../model/fake-vault'
import { noFacts } from '../../model/no-facts'
import { reading } from '../../model/reading'

/** The moment of every popup test, in the middle of a time step. */
export const nowMs = 1_700_000_010_000
/** The page in front. */
export const here = {
  tabId: 7,
  url: 'https://login.example.org/setup',
  origin: 'https://login.example.org',
  host: 'login.example.org',
}

/** What of the world a test changes. */
export interface World {
  readonly password?: string
  readonly document?: VaultDocument
  /** The browser lost what it kept. */
  readonly lost?: boolean
  readonly site?: Partial<SiteModelPorts>
  readonly facts?: Partial<SiteFacts>
  readonly fill?: FillResult
  /** What the page in front asks for. */
  readonly look?: PageLook | Promise<PageLook>
  /** The user name that was typed there before. */
  readonly userName?: string
  /** How a fill ends that waited for its turn; for ever if not told. */
  readonly filledLater?: Promise<FillResult>
  /** What the user answers to the browser's prompt. */
  readonly grants?: boolean
  /** How the vault seals, if not as usual. */
  readonly seal?: Vault['sealDraft']
  /** How the vault opens what it sealed, if not as usual. */
  readonly unseal?: Vault['openDraft']
  /** Why the background cannot save, as long as it cannot. */
  readonly saveFails?: { code: ErrorCode | null }
  /** What an earlier popup had the background save in vain. */
  readonly unsaved?: { value: Unsaved | null; readonly more?: Unsaved[] }
  readonly hasPasskey?: boolean
  /** What is known of backups; there is a fresh one if not told. */
  readonly backupNotes?: Partial<BackupNotes>
  /** Drafts that an earlier popup left. */
  readonly drafts?: Map<string, string>
  /** What the page says. */
  readonly pageText?: PageText
  /** What the user picked there. */
  readonly picked?: { value: string | null }
  readonly recoveryFill?: (fake: ReturnType<typeof createFakeVault>) => Promise<RecoveryResult>
}

/** Services over a fake vault and a fake browser; `log` tells what left the popup, in order. */
export function fakeServices(world: World = {}) {
  const fake = createFakeVault(world)
  fake.vault.wasLost = async () => world.lost ?? false
  if (world.seal) fake.vault.sealDraft = world.seal
  if (world.unseal) fake.vault.openDraft = world.unseal
  const log: string[] = []
  const drafts = world.drafts ?? new Map<string, string>()
  const unsaved: NonNullable<World['unsaved']> = world.unsaved ?? { value: null }
  const forget = (draft: string) => {
    if (unsaved.value?.draft === draft) unsaved.value = unsaved.more?.shift() ?? null
  }
  const saveFails = world.saveFails ?? { code: null }
  let allowed = false
  let ids = 0
  const now = () => nowMs
  const newId = () => {
    ids += 1
    return `new-${ids}`
  }
  const model = createVaultModel({ ...fake, now })
  const actions = createAccountActions({ model, now, newId })
  const site = createSiteModel({
    model,
    activeTab: async () => here,
    scan: async () => reading(),
    readPicture: async () => reading(),
    loadReader: async () => readFound,
    hasOrigin: async () => allowed,
    waitsForCode: async () => false,
    wasRefused: async () => false,
    loadRegistrableDomain: async () => () => null,
    loadNearby: async () => (page, accounts) =>
      nearbyOf(page, accounts, { ...noFacts, ...world.facts }),
    ...world.site,
  })
  const store = {
    read: async (slot: string) => drafts.get(slot) ?? null,
    write: async (slot: string, sealed: string) => void drafts.set(slot, sealed),
    remove: async (slot: string) => void drafts.delete(slot),
  }
  const services: PopupServices = {
    vault: fake.vault,
    model,
    site,
    siteFacts: async () => ({ ...noFacts, ...world.facts }),
    actions,
    state: createPopupState({ vault: fake.vault, store, now }),
    drafts: store,
    backupNotes: async () => ({ ...noNotes, byHandMs: nowMs, ...world.backupNotes }),
    clock: signal(nowMs),
    copy: async (text) => {
      log.push(`copy ${text}`)
      return 30
    },
    takeCounter: actions.takeCounter,
    now,
    newId,
    // As the background does it.
    save: async (draft) => {
      log.push('save')
      if (saveFails.code !== null) {
        unsaved.value = { draft, code: saveFails.code }
        throw new AppError(saveFails.code)
      }
      const reviewed = parseAccountDraft(await fake.vault.openDraft(draft, nowMs))
      await fake.vault.change(nowMs, (document) => applyAccountDraft(document, reviewed, nowMs))
      forget(draft)
    },
    unsaved: {
      read: async () => unsaved.value,
      clear: async (draft) => forget(draft),
    },
    requestOrigins: async (origins) => {
      log.push(`request ${origins.join(' ')}`)
      allowed = world.grants ?? true
      return allowed
    },
    look: async () => world.look ?? { kind: null, frame: null },
    userName: async () => world.userName ?? null,
    fillHere: async (tabId, accountId, when, frameConfirmed) => {
      const how = `${when === 'ask' ? '' : ` ${when}`}${frameConfirmed ? ' in its frame' : ''}`
      log.push(`fill ${tabId} ${accountId}${how}`)
      if (frameConfirmed) return { kind: 'filled' }
      if (when === 'wait') return world.filledLater ?? new Promise(() => {})
      return when === 'now' ? { kind: 'filled' } : (world.fill ?? { kind: 'filled' })
    },
    recovery: async () => ({
      pageText: async () => world.pageText ?? null,
      picked: {
        find: async () => world.picked?.value ?? null,
        clear: async () => {
          if (world.picked) world.picked.value = null
        },
        watch: () => () => {},
      },
      fill: async (tabId, accountId) => {
        log.push(`recovery ${tabId} ${accountId}`)
        return world.recoveryFill ? await world.recoveryFill(fake) : { kind: 'no-field' }
      },
    }),
    hasPasskey: async () => world.hasPasskey ?? false,
    openPasskey: () => void log.push('passkey'),
    openManage: (route = '') => void log.push(`manage ${route}`),
    drawFrame: () => void log.push('draw'),
    close: () => void log.push('close'),
  }
  return { services, fake, log, drafts, unsaved }
}
