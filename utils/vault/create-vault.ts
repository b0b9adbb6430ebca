import { alone } from './alone'
import { withLoaded } from './load'
import { read } from './read'
import { endSession, requireSession, touchSession, withDek } from './session'
import { status, wasLost } from './status'
import type { Drafts, Vault, VaultPorts } from './vault'

/** Fetched when it is asked for: the first code of an open vault must not wait for it. */
const seldom = () => import('./seldom')
const drafting = () => import('./drafts')

/** The vault over its ports. Holds nothing between calls: every call asks store and session. */
export function createVault(ports: VaultPorts): Vault {
  return {
    status: (nowMs) => status(ports, nowMs),
    create: (masterPassword, nowMs) =>
      alone(ports, async () => (await seldom()).create(ports, masterPassword, nowMs)),
    unlock: async (masterPassword, nowMs) => (await seldom()).unlock(ports, masterPassword, nowMs),
    lock: () => endSession(ports),
    inspect: async (nowMs) => (await seldom()).inspect(ports, nowMs),
    read: (nowMs) => read(ports, nowMs),
    peek: (nowMs) => withLoaded(ports, nowMs, async ({ document }) => document),
    change: (nowMs, edit) => alone(ports, async () => (await seldom()).change(ports, nowMs, edit)),
    verifyPassword: async (masterPassword) =>
      (await seldom()).verifyPassword(ports, masterPassword),
    changePassword: (masterPassword, newPassword, nowMs) =>
      alone(ports, async () =>
        (await seldom()).changePassword(ports, masterPassword, newPassword, nowMs),
      ),
    protection: async () => (await seldom()).protection(ports),
    remove: () => alone(ports, async () => (await seldom()).remove(ports)),
    check: (nowMs) => alone(ports, async () => (await seldom()).check(ports, nowMs)),
    damaged: async (nowMs) => (await seldom()).listDamaged(ports, nowMs),
    wasLost: () => wasLost(ports),
    sealDraft: (value, nowMs) => sealDraft(ports, value, nowMs),
    openDraft: async (sealed, nowMs) => (await drafts(ports, nowMs)).open(sealed),
    drafts: (nowMs) => drafts(ports, nowMs),
  }
}

async function sealDraft(ports: VaultPorts, value: unknown, nowMs: number): Promise<string> {
  const { sealDraftWith } = await drafting()
  const session = await requireSession(ports, nowMs)
  const sealed = await withDek(session, (dek) => sealDraftWith(dek, session.vaultId, value))
  await touchSession(ports, session, nowMs)
  return sealed
}

async function drafts(ports: VaultPorts, nowMs: number): Promise<Drafts> {
  const [{ openDraftWith, sealDraftWith }, session] = await Promise.all([
    drafting(),
    requireSession(ports, nowMs),
  ])
  const { vaultId } = session
  return {
    open: (sealed) => withDek(session, (dek) => openDraftWith(dek, vaultId, sealed)),
    seal: (value) => withDek(session, (dek) => sealDraftWith(dek, vaultId, value)),
  }
}
