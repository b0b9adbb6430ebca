import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type ErrorCode, toErrorCode } from '@/utils/errors/app-error'
import type { Account, VaultDocument } from '@/utils/vault/document'
import type { OpenReport, Vault, VaultStatus } from '@/utils/vault/vault'

/** What the vault model needs from the outside. */
export interface VaultModelPorts {
  readonly vault: Vault
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Calls back when the key session came, went or moved; the returned function ends that. */
  readonly watchSession: (change: () => void) => () => void
  /** Calls back when another page or the background saved; the returned function ends that. */
  readonly watchSaves: (change: () => void) => () => void
  /**
   * Whether a page that finds the vault open looks for what unlocking would have found. That opens
   * it a second time.
   */
  readonly inspects?: boolean
}

/** The vault as a screen sees it. */
export interface VaultModel {
  readonly status: ReadonlySignal<VaultStatus | 'loading' | 'error'>
  /** The open document while unlocked. */
  readonly document: ReadonlySignal<VaultDocument | null>
  /** Accounts that are not in the trash, by issuer, then label. */
  readonly accounts: ReadonlySignal<readonly Account[]>
  /** Accounts in the trash, the latest first. */
  readonly trash: ReadonlySignal<readonly Account[]>
  /** Why the status is `error`. */
  readonly error: ReadonlySignal<ErrorCode | null>
  /** What opening the vault found, here or, where that is looked for, when it was found open. */
  readonly report: ReadonlySignal<OpenReport | null>
  /** How far this computer's clock was seen to stand before the time of a save; 0 if never. */
  readonly clockBehindMs: ReadonlySignal<number>
  /** Looks at the vault (again) and follows it from then on. Never throws: see `error`. */
  readonly open: () => Promise<void>
  /** Stops following and forgets what was read. */
  readonly close: () => void
  /** As the vault's own, then the accounts are there. */
  readonly create: (masterPassword: string) => Promise<void>
  readonly unlock: (masterPassword: string) => Promise<void>
  /** The same by any other way in: `open` unlocks the vault. */
  readonly unlockBy: (open: () => Promise<OpenReport>) => Promise<void>
  readonly lock: () => Promise<void>
  /** One save; `edit` is pure. Throws what the vault's own throws. */
  readonly change: (edit: (document: VaultDocument) => VaultDocument) => Promise<void>
}

/** A model over `ports.vault`: signals for the screens, and what they may do with the vault. */
export function createVaultModel(ports: VaultModelPorts): VaultModel {
  const { vault, now } = ports
  const state = createState(ports)
  const { status, document, error, report } = state
  const workThenLook = (step: () => Promise<void>): Promise<void> =>
    work(state, async () => {
      await step()
      await look(state)
    })
  const unlockBy = (open: () => Promise<OpenReport>) =>
    workThenLook(async () => {
      report.value = await open()
    })
  return {
    status,
    document,
    accounts: computed(() => living(document.value)),
    trash: computed(() => trashed(document.value)),
    error,
    report,
    clockBehindMs: state.clockBehindMs,
    open: () => {
      state.unwatch ??= watch(state)
      return work(state, async () => {
        await look(state)
        await inspect(state)
      })
    },
    close: () => close(state),
    create: (masterPassword) => workThenLook(() => vault.create(masterPassword, now())),
    unlock: (masterPassword) => unlockBy(() => vault.unlock(masterPassword, now())),
    unlockBy,
    lock: () => workThenLook(() => vault.lock()),
    change: (edit) => work(state, () => change(state, edit)),
  }
}

interface State {
  readonly ports: VaultModelPorts
  readonly status: Signal<VaultStatus | 'loading' | 'error'>
  readonly document: Signal<VaultDocument | null>
  readonly error: Signal<ErrorCode | null>
  readonly report: Signal<OpenReport | null>
  readonly clockBehindMs: Signal<number>
  unwatch: (() => void) | null
  /** How much work of our own runs. */
  working: number
  /** News of the session came while it did. */
  missed: boolean
  /** News of a save came while it did. */
  stale: boolean
  /** Counts looks: the answer to an older one is no news. */
  latest: number
}

function createState(ports: VaultModelPorts): State {
  return {
    ports,
    status: signal('loading'),
    document: signal(null),
    error: signal(null),
    report: signal(null),
    clockBehindMs: signal(0),
    unwatch: null,
    working: 0,
    missed: false,
    stale: false,
    latest: 0,
  }
}

function show(
  state: State,
  status: State['status']['value'],
  document: VaultDocument | null,
  error: ErrorCode | null = null,
): void {
  batch(() => {
    state.document.value = document
    state.clockBehindMs.value = document === null ? 0 : clockBehindMs(state, document)
    state.error.value = error
    state.status.value = status
  })
}

/** What was once seen stays true when a save under the wrong clock hides it. */
function clockBehindMs(
  { ports, report, clockBehindMs: seen }: State,
  { savedAtMs = 0 }: VaultDocument,
): number {
  const reported = report.value?.clockBehindMs ?? 0
  return Math.max(seen.peek(), reported, savedAtMs - ports.now())
}

async function look(state: State): Promise<void> {
  const { vault, now } = state.ports
  state.latest += 1
  const mine = state.latest
  try {
    const opened = await readIfUnlocked(vault, now())
    const seen = opened === null ? await vault.status(now()) : 'unlocked'
    const status = seen === 'unlocked' && opened === null ? 'locked' : seen
    if (mine === state.latest) show(state, status, opened)
  } catch (failure) {
    if (mine === state.latest) show(state, 'error', null, toErrorCode(failure))
  }
}

/** For a page that finds the vault open already: what unlocking would have found. */
async function inspect({ ports, status, report }: State): Promise<void> {
  if (!ports.inspects || status.value !== 'unlocked') return
  report.value = await ports.vault.inspect(ports.now()).catch(() => null)
}

function watch(state: State): () => void {
  const stops = [
    state.ports.watchSession(() => void follow(state)),
    state.ports.watchSaves(() => void catchUp(state)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Takes up that the vault was locked or unlocked somewhere else. */
async function follow(state: State): Promise<void> {
  const { vault, now } = state.ports
  state.missed = state.working > 0
  if (state.missed) return
  const seen = await vault.status(now()).catch(() => null)
  if (state.working > 0 || seen === state.status.value) return
  await work(state, async () => {
    await look(state)
    await inspect(state)
  })
}

/** Takes up what was saved somewhere else; that others use the vault is no use of it here. */
async function catchUp(state: State): Promise<void> {
  const { vault, now } = state.ports
  state.stale = state.working > 0
  if (state.stale || state.status.value !== 'unlocked') return
  state.latest += 1
  const mine = state.latest
  await work(state, async () => {
    const opened = await vault.peek(now()).catch(() => null)
    if (mine !== state.latest) return
    if (opened === null) await look(state)
    else show(state, 'unlocked', opened)
  })
}

/** Our own work, reading too, moves the session: the news of it wait until the work is done. */
async function work<T>(state: State, step: () => Promise<T>): Promise<T> {
  state.working += 1
  try {
    return await step()
  } finally {
    state.working -= 1
    if (state.working === 0) void takeUpMissed(state)
  }
}

async function takeUpMissed(state: State): Promise<void> {
  const { missed, stale } = state
  if (missed) await follow(state)
  if (stale) await catchUp(state)
}

async function change(
  state: State,
  edit: (document: VaultDocument) => VaultDocument,
): Promise<void> {
  const { vault, now } = state.ports
  try {
    const saved = await vault.change(now(), edit)
    state.latest += 1
    show(state, 'unlocked', saved)
  } catch (failure) {
    if (toErrorCode(failure) === 'vault-locked') await look(state)
    throw failure
  }
}

function close(state: State): void {
  state.unwatch?.()
  state.unwatch = null
  state.latest += 1
  show(state, 'loading', null)
}

async function readIfUnlocked(vault: Vault, nowMs: number): Promise<VaultDocument | null> {
  try {
    return await vault.read(nowMs)
  } catch (failure) {
    const code = toErrorCode(failure)
    if (code === 'vault-locked' || code === 'vault-missing') return null
    throw failure
  }
}

function living(document: VaultDocument | null): readonly Account[] {
  if (document === null) return []
  return document.accounts.filter((account) => account.deletedAtMs === null).sort(inOrder())
}

/** Those with a star first. One comparer for all: asking the text itself costs ten times as much. */
function inOrder(): (a: Account, b: Account) => number {
  const { compare } = new Intl.Collator()
  return (a, b) =>
    +b.favorite - +a.favorite || compare(a.issuer, b.issuer) || compare(a.label, b.label)
}

function trashed(document: VaultDocument | null): readonly Account[] {
  if (document === null) return []
  return document.accounts
    .filter((account) => account.deletedAtMs !== null)
    .sort((a, b) => (b.deletedAtMs ?? 0) - (a.deletedAtMs ?? 0))
}
