import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type ErrorCode, toErrorCode } from '@/utils/errors/app-error'
import type { ActiveTab } from '@/utils/platform/active-tab'
import type { RegistrableDomain } from '@/utils/sites/domain'
import { accountsFor } from '@/utils/sites/match'
import type { Account } from '@/utils/vault/document'
import type { Found, ReadFound } from './found'
import type { VaultModel } from './vault-model'

/** What the site model needs from the outside. */
export interface SiteModelPorts {
  readonly model: Pick<VaultModel, 'document' | 'accounts'>
  readonly activeTab: () => Promise<ActiveTab | null>
  /** The payloads of the codes in view. Throws `page-off-limits`, `capture-failed` and others. */
  readonly scan: () => Promise<readonly string[]>
  readonly hasOrigin: (origin: string) => Promise<boolean>
  /** Fetches the reading of payloads, which only pages with a code need. */
  readonly loadReader: () => Promise<ReadFound>
  /** Whether the page asked for a code that it could not get while the vault was locked. */
  readonly waitsForCode: (tabId: number) => Promise<boolean>
  /** Fetches the large list that only accounts bound to a whole domain need. */
  readonly loadRegistrableDomain: () => Promise<RegistrableDomain>
}

/** How far looking for codes on the page has come. */
export type ScanState =
  | { readonly kind: 'scanning' }
  | { readonly kind: 'done'; readonly payloads: readonly string[] }
  | { readonly kind: 'failed'; readonly code: ErrorCode }

/** The page in front, as the popup sees it. */
export interface SiteModel {
  /** Null while unknown, and where there is no tab. */
  readonly page: ReadonlySignal<ActiveTab | null>
  /** Whether the user lets us fill there; null while unknown. */
  readonly allowed: ReadonlySignal<boolean | null>
  readonly waits: ReadonlySignal<boolean>
  readonly scan: ReadonlySignal<ScanState>
  /** What the codes on the page say, beside what the vault has. */
  readonly found: ReadonlySignal<readonly Found[]>
  /** Accounts bound to the page. */
  readonly bound: ReadonlySignal<readonly Account[]>
  /** Looks at tab and page. Never throws. */
  readonly open: () => Promise<void>
  readonly scanAgain: () => Promise<void>
  /** Asks again whether filling is allowed there. */
  readonly checkAllowed: () => Promise<void>
}

const exactHostsOnly: RegistrableDomain = () => null

/** A model of the page in front over `ports`. */
export function createSiteModel(ports: SiteModelPorts): SiteModel {
  const page = signal<ActiveTab | null>(null)
  const allowed = signal<boolean | null>(null)
  const waits = signal(false)
  const scan = signal<ScanState>({ kind: 'scanning' })
  const registrableDomain = signal<RegistrableDomain>(exactHostsOnly)

  let read: ReadFound = () => []
  const found = computed(() =>
    scan.value.kind === 'done' ? read(scan.value.payloads, ports.model.document.value) : [],
  )
  const bound = computed(() => {
    const origin = page.value?.origin ?? null
    if (origin === null) return []
    const accounts = ports.model.accounts.value
    if (registrableDomain.value === exactHostsOnly && accounts.some(isWide)) loadDomains()
    return accountsFor(origin, accounts, registrableDomain.value)
  })
  let domainsAsked = false
  const loadDomains = (): void => {
    if (domainsAsked) return
    domainsAsked = true
    void ports.loadRegistrableDomain().then((loaded) => {
      registrableDomain.value = loaded
    })
  }

  const checkAllowed = async (): Promise<void> => {
    const origin = page.peek()?.origin ?? null
    allowed.value = origin !== null && (await ports.hasOrigin(origin).catch(() => false))
  }
  const scanAgain = async (): Promise<void> => {
    scan.value = { kind: 'scanning' }
    try {
      const payloads = await ports.scan()
      if (payloads.length > 0) read = await ports.loadReader()
      scan.value = { kind: 'done', payloads }
    } catch (failure) {
      scan.value = { kind: 'failed', code: toErrorCode(failure) }
    }
  }
  const lookAtTab = async (): Promise<void> => {
    const tab = await ports.activeTab().catch(() => null)
    page.value = tab
    if (tab === null) return
    const [waiting] = await Promise.all([
      ports.waitsForCode(tab.tabId).catch(() => false),
      checkAllowed(),
    ])
    waits.value = waiting
  }

  return {
    page,
    allowed,
    waits,
    scan,
    found,
    bound,
    open: async () => {
      await Promise.all([lookAtTab(), scanAgain()])
    },
    scanAgain,
    checkAllowed,
  }
}

function isWide(account: Account): boolean {
  return account.sites.some(({ match }) => match === 'domain')
}
