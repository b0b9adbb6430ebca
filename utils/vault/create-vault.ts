import { create, remove } from './begin'
import { changePassword } from './change-password'
import { listDamaged } from './damaged-files'
import { openDraftWith, sealDraftWith } from './drafts'
import { withLoaded } from './load'
import { protection } from './protection'
import { inspect } from './report'
import { retryOnConflict } from './save'
import { check } from './self-check'
import { endSession, requireSession, touchSession, withDek } from './session'
import { status, wasLost } from './status'
import { unlock, verifyPassword } from './unlock'
import { change, read } from './use'
import type { Vault, VaultPorts } from './vault'

/** Everything that saves or removes a vault runs under this name, one at a time. */
const lockName = 'vault'

/** The vault over its ports. Holds nothing between calls: every call asks store and session. */
export function createVault(ports: VaultPorts): Vault {
  const alone = <T>(work: () => Promise<T>) => ports.exclusively(lockName, work)
  return {
    status: (nowMs) => status(ports, nowMs),
    create: (masterPassword, nowMs) => alone(() => create(ports, masterPassword, nowMs)),
    unlock: (masterPassword, nowMs) => unlock(ports, masterPassword, nowMs, alone),
    lock: () => endSession(ports),
    inspect: (nowMs) => inspect(ports, nowMs),
    read: (nowMs) => read(ports, nowMs),
    peek: (nowMs) => withLoaded(ports, nowMs, async ({ document }) => document),
    change: (nowMs, edit) => alone(() => retryOnConflict(() => change(ports, nowMs, edit))),
    verifyPassword: (masterPassword) => verifyPassword(ports, masterPassword),
    changePassword: (masterPassword, newPassword, nowMs) =>
      alone(() => retryOnConflict(() => changePassword(ports, masterPassword, newPassword, nowMs))),
    protection: () => protection(ports),
    remove: () => alone(() => remove(ports)),
    check: (nowMs) => alone(() => check(ports, nowMs)),
    damaged: () => listDamaged(ports),
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
