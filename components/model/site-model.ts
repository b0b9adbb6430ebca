import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { AppError, type ErrorCode, toErrorCode } from '@/utils/errors/app-error'
import type { ActiveTab } from '@/utils/platform/active-tab'
import type { RegistrableDomain } from '@/utils/sites/domain'
import { sitesOf } from '@/utils/sites/match'
import type { Account, Site } from '@/utils/vault/document'
import type { Found, PageReading, ReadFound } from './found'
import { movedOn, webOrigin } from './moved-on'
import type { Nearby } from './nearby'
import type { VaultModel } from './vault-model'

/** What the site model needs from the outside. */
export interface SiteModelPorts {
  readonly model: Pick<VaultModel, 'document' | 'accounts'>
  readonly activeTab: () => Promise<ActiveTab | null>
  /** What the codes in view say, and the page's text. Throws `page-off-limits`, `capture-failed` and others. */
  readonly scan: (news: ScanNews) => Promise<PageReading>
  /** What the codes on a picture say. Throws as `scan`. */
  readonly readPicture: (picture: Blob) => Promise<PageReading>
  readonly hasOrigin: (origin: string) => Promise<boolean>
  /** Fetches the reading of payloads, which only pages with a code need. */
  readonly loadReader: () => Promise<ReadFound>
  /** Whether the page asked for a code that it could not get while the vault was locked. */
  readonly waitsForCode: (tabId: number) => Promise<boolean>
  /** Whether the page seems to have refused the code that was filled there. */
  readonly wasRefused: (tabId: number) => Promise<boolean>
  /** Fetches the large list that only accounts bound to a whole domain need. */
  readonly loadRegistrableDomain: () => Promise<RegistrableDomain>
  /** Fetches what tells how a page that no account is bound to lies to those that are. */
  readonly loadNearby: () => Promise<NearbyOf>
}

/** What is told of a scan while it goes on. */
export interface ScanNews {
  /** There seems to be a code: what else the popup has to show had better wait. */
  readonly expected: () => void
  /** What some of the codes say. */
  readonly read: (payloads: readonly string[]) => void
}

/** What a page that no account is bound to has to do with the sites of accounts. */
export type NearbyOf = (page: ActiveTab, accounts: readonly Account[]) => Nearby

/** How far looking for codes on the page has come. */
export type ScanState =
  | { readonly kind: 'scanning' }
  | ({ readonly kind: 'done' } & PageReading)
  | { readonly kind: 'failed'; readonly code: ErrorCode }

/** An account of the page in front, and by which of its sites: the site says when it is filled. */
export interface BoundHere {
  readonly account: Account
  readonly site: Site
}

/** The page in front, as the popup sees it. */
export interface SiteModel {
  /** Null while unknown, and where there is no tab. */
  readonly page: ReadonlySignal<ActiveTab | null>
  /** Whether the user lets us fill there; null while unknown. */
  readonly allowed: ReadonlySignal<boolean | null>
  readonly waits: ReadonlySignal<boolean>
  /** Nothing is filled there by itself: it asked again right after a fill. */
  readonly refused: ReadonlySignal<boolean>
  readonly scan: ReadonlySignal<ScanState>
  /** There seems to be a code, which is not read yet. */
  readonly expects: ReadonlySignal<boolean>
  /** What the codes on the page say, beside what the vault has. */
  readonly found: ReadonlySignal<readonly Found[]>
  /** Accounts bound to the page, by the background's own rule. */
  readonly bound: ReadonlySignal<readonly BoundHere[]>
  /** What else it has to do with accounts' sites; null while unknown. */
  readonly nearby: ReadonlySignal<Nearby | null>
  /** The same, once it is known; null where that cannot be told. */
  readonly whenNearby: () => Promise<Nearby | null>
  /** Looks at tab and page. Never throws. */
  readonly open: () => Promise<void>
  /** The same, once opened: the page may have moved on. Never throws. */
  readonly scanAgain: () => Promise<void>
  /** The same for a picture that the user brought, instead of the page. Never throws. */
  readonly scanPicture: (picture: Blob) => Promise<void>
  /** Asks again whether filling is allowed there. */
  readonly checkAllowed: () => Promise<void>
}

const nothing: PageReading = {
  payloads: [],
  keys: [],
  hasMissed: false,
  hasPart: false,
  hasCut: false,
}
const exactHostsOnly: RegistrableDomain = () => null
/** The page is a site of an account, or none of them has a site. */
const nothingNear: Nearby = { related: [], alike: new Map() }

/** A model of the page in front over `ports`. */
export function createSiteModel(ports: SiteModelPorts): SiteModel {
  const state = createState(ports)
  const { page, allowed, waits, refused, scan } = state
  const nearby = computed(() => nearbyTo(state))
  return {
    page,
    allowed,
    waits,
    refused,
    scan,
    expects: computed(() => expects(state)),
    found: computed(() => foundIn(state)),
    bound: computed(() => boundTo(state)),
    nearby,
    whenNearby: async () => {
      if (nearby.peek() === null) await loadNearby(state)
      return nearby.peek()
    },
    open: () => look(state),
    scanAgain: () => look(state),
    scanPicture: (picture) => showReading(state, () => ports.readPicture(picture)),
    checkAllowed: () => checkAllowed(state),
  }
}

interface State {
  readonly ports: SiteModelPorts
  readonly page: Signal<ActiveTab | null>
  readonly allowed: Signal<boolean | null>
  readonly waits: Signal<boolean>
  readonly refused: Signal<boolean>
  readonly scan: Signal<ScanState>
  readonly seesCode: Signal<boolean>
  readonly registrableDomain: Signal<RegistrableDomain>
  /** The origin of the page that the popup was opened on; null while unknown. */
  openedOn: string | null
  domainsAsked: boolean
  readonly nearbyOf: Signal<NearbyOf | null>
  nearbyAsked: Promise<void> | null
  read: ReadFound
}

function createState(ports: SiteModelPorts): State {
  return {
    ports,
    page: signal(null),
    allowed: signal(null),
    waits: signal(false),
    refused: signal(false),
    scan: signal({ kind: 'scanning' }),
    seesCode: signal(false),
    registrableDomain: signal(exactHostsOnly),
    openedOn: null,
    domainsAsked: false,
    nearbyOf: signal(null),
    nearbyAsked: null,
    read: () => [],
  }
}

function foundIn({ scan, read, ports }: State): readonly Found[] {
  const { value } = scan
  return value.kind === 'done' ? read(value, ports.model.document.value) : []
}

function expects({ scan, seesCode }: State): boolean {
  return seesCode.value && scan.value.kind === 'scanning'
}

function boundTo(state: State): readonly BoundHere[] {
  const origin = state.page.value?.origin ?? null
  if (origin === null) return []
  const accounts = state.ports.model.accounts.value
  if (accounts.some(isWide)) loadDomains(state)
  const siteOf = sitesOf(origin, state.registrableDomain.value)
  return accounts.flatMap((account) => {
    const site = siteOf(account.sites)
    return site === null ? [] : [{ account, site }]
  })
}

function loadDomains(state: State): void {
  if (state.domainsAsked) return
  state.domainsAsked = true
  void state.ports.loadRegistrableDomain().then((loaded) => {
    state.registrableDomain.value = loaded
  })
}

function nearbyTo(state: State): Nearby | null {
  const page = state.page.value
  const accounts = state.ports.model.accounts.value
  if (page === null) return null
  if (boundTo(state).length > 0 || accounts.every(({ sites }) => sites.length === 0)) {
    return nothingNear
  }
  const { value: nearbyOf } = state.nearbyOf
  if (nearbyOf === null && !expects(state)) void loadNearby(state)
  return nearbyOf?.(page, accounts) ?? null
}

function loadNearby(state: State): Promise<void> {
  state.nearbyAsked ??= state.ports.loadNearby().then(
    (loaded) => {
      state.nearbyOf.value = loaded
    },
    () => undefined,
  )
  return state.nearbyAsked
}

/** Both at once: asking for the tab first would hold up the picture. */
async function look(state: State): Promise<void> {
  const tab = tabInFront(state)
  await Promise.all([showTab(state, tab), lookForCodes(state, tab)])
}

function lookForCodes(state: State, tab: Promise<ActiveTab | null>): Promise<void> {
  return showReading(state, (tell) => readingOf(state, tab, tell))
}

/** Reads, and shows what is found; `read` may tell of some of it before. */
async function showReading(
  state: State,
  read: (tell: (payloads: readonly string[]) => void) => Promise<PageReading>,
): Promise<void> {
  const { scan, seesCode } = state
  const scanning = { kind: 'scanning' } as const
  scan.value = scanning
  seesCode.value = false
  const tell = (payloads: readonly string[]) => {
    const isDue = () => payloads.length > 0 && scan.peek() === scanning
    // What cannot be shown now is told with the rest.
    show(state, { ...nothing, payloads }, isDue).catch(() => undefined)
  }
  try {
    await show(state, await read(tell), () => true)
  } catch (failure) {
    scan.value = { kind: 'failed', code: toErrorCode(failure) }
  }
}

async function show(state: State, reading: PageReading, isDue: () => boolean): Promise<void> {
  if (hasFound(reading)) state.read = await state.ports.loadReader()
  if (isDue()) state.scan.value = { kind: 'done', ...reading }
}

function hasFound({ payloads, keys, hasMissed, hasPart, hasCut }: PageReading): boolean {
  return payloads.length + keys.length > 0 || hasMissed || hasPart || hasCut
}

/**
 * What the codes in view of `tab` say; `tell` hears of some before. Throws `page-moved` where they
 * may be another page's.
 */
async function readingOf(
  state: State,
  tab: Promise<ActiveTab | null>,
  tell: (payloads: readonly string[]) => void,
): Promise<PageReading> {
  const news: ScanNews = {
    expected: () => {
      state.seesCode.value = true
    },
    read: async (payloads) => {
      const [before, after] = [await tab, await tabInFront(state)]
      if (!hasMoved(state, before, after, null)) tell(payloads)
    },
  }
  const scanned = state.ports.scan(news).then(
    (reading) => ({ reading, failure: null }),
    (failure: unknown) => ({ reading: nothing, failure }),
  )
  const [{ reading, failure }, before] = await Promise.all([scanned, tab])
  const after = await tabInFront(state)
  if (hasMoved(state, before, after, failure)) {
    await showTab(state, after)
    throw new AppError('page-moved')
  }
  if (failure !== null) throw failure
  return reading
}

/** Whether what was read between these looks at the tab may be another page's. */
function hasMoved(
  state: State,
  before: ActiveTab | null,
  after: ActiveTab | null,
  failure: unknown,
): boolean {
  state.openedOn ??= webOrigin(before)
  const offLimits = failure !== null && toErrorCode(failure) === 'page-off-limits'
  return movedOn({ openedOn: state.openedOn, before, after, offLimits })
}

function tabInFront({ ports }: State): Promise<ActiveTab | null> {
  return ports.activeTab().catch(() => null)
}

async function showTab(state: State, looked: ActiveTab | null | Promise<ActiveTab | null>) {
  const tab = await looked
  state.page.value = tab
  if (tab === null) return
  const { waitsForCode, wasRefused } = state.ports
  const waits = waitsForCode(tab.tabId).catch(() => false)
  const refused = wasRefused(tab.tabId).catch(() => false)
  await checkAllowed(state)
  state.waits.value = await waits
  state.refused.value = await refused
}

async function checkAllowed({ page, allowed, ports }: State): Promise<void> {
  const origin = page.peek()?.origin ?? null
  allowed.value = origin !== null && (await ports.hasOrigin(origin).catch(() => false))
}

function isWide(account: Account): boolean {
  return account.sites.some(({ match }) => match === 'domain')
}
