import { alone } from './alone'
import { vaultEnvelope } from './envelope'
import { freshKdf, isBelowDefault } from './kdf'
import type { OpenedWithPassword } from './open-with-password'
import { saveGeneration } from './save'
import { passwordSlots, sealPasswordSlot } from './slot'
import type { VaultPorts } from './vault'
import { decodeVaultHeader, encodeVaultHeader } from './vault-header'

/*
 * [Note: Raising the cost]
 *
 * A header says for ever what a guess at it costs, and the default goes up over the years. So the
 * one moment at which the password is known is used: after an unlock, a slot below the default gets
 * a successor with a new salt and the default (never less than it asked in anything), saved as one
 * new generation. The older ones, which carry the weak slot, go in the same transaction.
 *
 * The data key stays. A new one would shut out who copied the weak header before and guesses the
 * password later, but only from what is saved afterwards: what the copy holds, he has. And it would
 * silently throw away passkeys, which cannot be wrapped anew without being asked for, and drafts
 * that are sealed under the key. Whoever fears for a copy changes the password: that is a new key.
 *
 * The successor is sealed under the form of the password that opened its predecessor (typed, NFC or
 * NFKC): every other choice could shut out somebody whose keyboard spells it in the old way.
 *
 * It is a favour: whatever fails, memory, the disk, another window that saved meanwhile, the vault
 * is unlocked and the next unlock tries again.
 */

/** Raises what a guess costs if it is below the default; never throws. */
export async function raiseCost(
  ports: VaultPorts,
  opened: OpenedWithPassword,
  nowMs: number,
): Promise<void> {
  if (!isBelowDefault(opened.cost)) return
  try {
    const successor = await raisedHeader(ports, opened)
    if (successor !== null) await alone(ports, () => replaceHeader(ports, opened, successor, nowMs))
  } catch {
    return
  }
}

/** Null where a second password slot stands beside: its password is not at hand. */
async function raisedHeader(
  { deriveKek }: VaultPorts,
  { sealed, vaultId, dek, form, cost }: OpenedWithPassword,
): Promise<string | null> {
  const { slots } = decodeVaultHeader(sealed.protected)
  if (passwordSlots(slots).length !== 1) return null
  const raised = await sealPasswordSlot(vaultEnvelope, dek, form, freshKdf(cost), deriveKek)
  const others = slots.filter(({ type }) => type !== 'password')
  return encodeVaultHeader(vaultId, [raised, ...others])
}

/** Only onto the very generation that was opened: whoever saved meanwhile knows better. */
async function replaceHeader(
  ports: VaultPorts,
  { sealed, dek, document }: OpenedWithPassword,
  successor: string,
  nowMs: number,
): Promise<void> {
  const newest = await ports.store.newest()
  if (newest?.generation !== sealed.generation || newest.protected !== sealed.protected) return
  const base = { dek, protected: successor, newest: sealed.generation }
  await saveGeneration(ports, base, document, nowMs, 1)
}
