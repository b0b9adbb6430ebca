import { openDraftWith, sealDraftWith } from './drafts'
import { withLoaded } from './load'
import { inspect } from './report'
import { retryOnConflict, vaultLockName } from './save'
import { endSession, requireSession, touchSession, withDek } from './session'
import { status, wasLost } from './status'
import { change, read } from './use'
import type { Vault, VaultPorts } from './vault'

/** Fetched when it is asked for: the first code of an open vault must not wait for it. */
const seldom = () => import('./seldom')

/** The vault over its ports. Holds nothing between calls: every call asks store and session. */
export function createVault(ports: VaultPorts): Vault {
  const alone = <T>(work: () => Promise<T>) => ports.exclusively(vaultLockName, work)
  return {
    status: (nowMs) => status(ports, nowMs),
    create: (masterPassword, nowMs) =>
      alone(async () => (await seldom()).create(ports, masterPassword, nowMs)),
    unlock: async (masterPassword, nowMs) =>
      (await seldom()).unlock(ports, masterPassword, nowMs, alone),
    lock: () => endSession(ports),
    inspect: (nowMs) => inspect(ports, nowMs),
    read: (nowMs) => read(ports, nowMs),
    peek: (nowMs) => withLoaded(ports, nowMs, async ({ document }) => document),
    change: (nowMs, edit) => alone(() => retryOnConflict(() => change(ports, nowMs, edit))),
    verifyPassword: async (masterPassword) =>
      (await seldom()).verifyPassword(ports, masterPassword),
    changePassword: (masterPassword, newPassword, nowMs) =>
      alone(async () => {
        const { changePassword } = await seldom()
        return retryOnConflict(() => changePassword(ports, masterPassword, newPassword, nowMs))
      }),
    protection: async () => (await seldom()).protection(ports),
    remove: () => alone(async () => (await seldom()).remove(ports)),
    check: (nowMs) => alone(async () => (await seldom()).check(ports, nowMs)),
    damaged: async () => (await seldom()).listDamaged(ports),
    wasLost: () => wasLost(ports),
    sealDraft: (value, nowMs) => sealDraft(ports, value, nowMs),
    openDraft: (sealed, nowMs) => openDraft(ports, sealed, nowMs),
  }
}

async function sealDraft(ports: VaultPorts, value: unknown, nowMs: number): Promise<string> {
  const session = await requireSession(ports, nowMs)
  const sealed = await withDek(session, (dek) => sealDraftWith(dek, session.vaultId, value))
  await touchSession(ports, session, nowMs)
  return sealed
}

async function openDraft(ports: VaultPorts, sealed: string, nowMs: number): Promise<unknown> {
  const session = await requireSession(ports, nowMs)
  return await withDek(session, (dek) => openDraftWith(dek, session.vaultId, sealed))
}
