import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
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
  /** What the last unlocking here found; null before. */
  readonly report: ReadonlySignal<OpenReport | null>
  /** Looks at the vault (again) and follows it from then on. Never throws: see `error`. */
  readonly open: () => Promise<void>
  /** Stops following and forgets what was read. */
  readonly close: () => void
  /** As the vault's own, then the accounts are there. */
  readonly create: (masterPassword: string) => Promise<void>
  readonly unlock: (masterPassword: string) => Promise<void>
  readonly lock: () => Promise<void>
  /** One save; `edit` is pure. Throws what the vault's own throws. */
  readonly change: (edit: (document: VaultDocument) => VaultDocument) => Promise<void>
}

/** A model over `ports.vault`: signals for the screens, and what they may do with the vault. */
export function createVaultModel(ports: VaultModelPorts): VaultModel {
  const { vault, now } = ports
  const status = signal<VaultStatus | 'loading' | 'error'>('loading')
  const document = signal<VaultDocument | null>(null)
  const error = signal<ErrorCode | null>(null)
  const report = signal<OpenReport | null>(null)
  let unwatch: (() => void) | null = null
  // Work of our own, reading too, moves the session: while it runs, the news of it are not news.
  let working = 0
  let latest = 0

  const show = (next: typeof status.value, opened: VaultDocument | null): void =>
    batch(() => {
      document.value = opened
      error.value = null
      status.value = next
    })

  const look = async (): Promise<void> => {
    latest += 1
    const mine = latest
    try {
      const opened = await readIfUnlocked(vault, now())
      const next = opened === null ? await vault.status(now()) : 'unlocked'
      if (mine === latest) show(next === 'unlocked' && opened === null ? 'locked' : next, opened)
    } catch (failure) {
      if (mine !== latest) return
      batch(() => {
        show('error', null)
        error.value = toErrorCode(failure)
      })
    }
  }

  const follow = async (): Promise<void> => {
    if (working > 0) return
    const seen = await vault.status(now()).catch(() => null)
    if (working === 0 && seen !== status.value) await work(look)
  }

  const work = async <T>(step: () => Promise<T>): Promise<T> => {
    working += 1
    try {
      return await step()
    } finally {
      working -= 1
    }
  }

  return {
    status,
    document,
    accounts: computed(() => living(document.value)),
    trash: computed(() => trashed(document.value)),
    error,
    report,
    open: () => {
      unwatch ??= ports.watchSession(() => void follow())
      return work(look)
    },
    close: () => {
      unwatch?.()
      unwatch = null
      latest += 1
      show('loading', null)
    },
    create: (masterPassword) =>
      work(async () => {
        await vault.create(masterPassword, now())
        await look()
      }),
    unlock: (masterPassword) =>
      work(async () => {
        report.value = await vault.unlock(masterPassword, now())
        await look()
      }),
    lock: () =>
      work(async () => {
        await vault.lock()
        await look()
      }),
    change: (edit) =>
      work(async () => {
        try {
          const saved = await vault.change(now(), edit)
          latest += 1
          show('unlocked', saved)
        } catch (failure) {
          if (toErrorCode(failure) === 'vault-locked') await look()
          throw failure
        }
      }),
  }
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
  return document.accounts
    .filter((account) => account.deletedAtMs === null)
    .sort((a, b) => a.issuer.localeCompare(b.issuer) || a.label.localeCompare(b.label))
}

function trashed(document: VaultDocument | null): readonly Account[] {
  if (document === null) return []
  return document.accounts
    .filter((account) => account.deletedAtMs !== null)
    .sort((a, b) => (b.deletedAtMs ?? 0) - (a.deletedAtMs ?? 0))
}
