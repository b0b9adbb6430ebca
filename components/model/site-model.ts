import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
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
  readonly scan: (tell: Tell) => Promise<PageReading>
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

/** Hears what the code of an account says that is read before the rest; null: there is none. */
export type Tell = (payload: string | null) => void

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
  /**
   * False at first, until it is known whether there is a code to be shown before all else: what
   * weighs much is fetched after that.
   */
  readonly isCalm: ReadonlySignal<boolean>
  /** What the codes on the page say, beside what the vault has; one of them maybe before the rest. */
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

/** Milliseconds. So long the rest waits for a code, whatever a page or a browser does. */
const calmMs = 1_000

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
    isCalm: state.isCalm,
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
  readonly isCalm: Signal<boolean>
  /** What was read before the rest. */
  readonly early: Signal<string | null>
  /** Stands for the latest scan: what comes of an older one is no news. */
  latest: object
  /** What was found last. */
  shown: readonly Found[]
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
    isCalm: signal(false),
    early: signal(null),
    latest: {},
    shown: [],
    registrableDomain: signal(exactHostsOnly),
    openedOn: null,
    domainsAsked: false,
    nearbyOf: signal(null),
    nearbyAsked: null,
    read: () => [],
  }
}

function foundIn(state: State): readonly Found[] {
  const { scan, early, read, ports } = state
  const reading = scan.value.kind === 'done' ? scan.value : nothing
  const first = early.value === null ? [] : [early.value]
  const payloads = [...new Set([...first, ...reading.payloads])]
  const found = read({ ...reading, payloads }, ports.model.document.value)
  // What is there already stays as it is: it may have been sealed, to be saved by a click.
  state.shown = found.map((each) => state.shown.find((one) => isSame(one, each)) ?? each)
  return state.shown
}

function isSame(one: Found, other: Found): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
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
  if (nearbyOf === null && state.isCalm.value) void loadNearby(state)
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
  return showReading(state, (isLatest) => readingOf(state, tab, isLatest))
}

async function showReading(
  state: State,
  read: (isLatest: () => boolean) => Promise<PageReading>,
): Promise<void> {
  const mine = {}
  const isLatest = () => state.latest === mine
  state.latest = mine
  batch(() => {
    state.scan.value = { kind: 'scanning' }
    state.early.value = null
  })
  setTimeout(() => {
    state.isCalm.value = true
  }, calmMs)
  try {
    const reading = await read(isLatest)
    if (hasFound(reading)) state.read = await state.ports.loadReader()
    if (isLatest()) state.scan.value = { kind: 'done', ...reading }
  } catch (failure) {
    if (isLatest()) showFailure(state, toErrorCode(failure))
  } finally {
    state.isCalm.value = true
  }
}

/** What was read before stays, but where it may be another page's. */
function showFailure({ scan, early }: State, code: ErrorCode): void {
  batch(() => {
    if (code === 'page-moved') early.value = null
    scan.value = { kind: 'failed', code }
  })
}

function hasFound({ payloads, keys, hasMissed, hasPart, hasCut }: PageReading): boolean {
  return payloads.length + keys.length > 0 || hasMissed || hasPart || hasCut
}

/** What the codes in view of `tab` say. Throws `page-moved` where they may be another page's. */
async function readingOf(
  state: State,
  tab: Promise<ActiveTab | null>,
  isLatest: () => boolean,
): Promise<PageReading> {
  const tell: Tell = async (payload) => {
    // What cannot be shown now is shown with the rest.
    if (payload !== null) await showEarly(state, tab, isLatest, payload).catch(() => undefined)
    state.isCalm.value = true
  }
  const scanned = state.ports.scan(tell).then(
    (reading) => ({ reading, failure: null }),
    (failure: unknown) => ({ reading: nothing, failure }),
  )
  const [{ reading, failure }, before] = await Promise.all([scanned, tab])
  const after = await tabInFront(state)
  state.openedOn ??= webOrigin(before)
  const offLimits = failure !== null && toErrorCode(failure) === 'page-off-limits'
  if (movedOn({ openedOn: state.openedOn, before, after, offLimits })) {
    await showTab(state, after)
    throw new AppError('page-moved')
  }
  if (failure !== null) throw failure
  return reading
}

async function showEarly(
  state: State,
  tab: Promise<ActiveTab | null>,
  isLatest: () => boolean,
  payload: string,
): Promise<void> {
  const [before, read] = await Promise.all([tab, state.ports.loadReader()])
  // Last, so that nothing comes between this look and what it allows.
  const after = await tabInFront(state)
  const openedOn = state.openedOn ?? webOrigin(before)
  if (movedOn({ openedOn, before, after, offLimits: false })) return
  if (!isLatest() || state.scan.peek().kind !== 'scanning') return
  state.read = read
  state.early.value = payload
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
