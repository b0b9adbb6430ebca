import type { Bytes } from '@/utils/bytes/bytes'
import { wipe } from '@/utils/bytes/wipe'
import { type Findings, findCandidates } from './candidates'
import { writeCopy } from './copies'
import { damageIn } from './damage'
import { keepDamaged } from './damaged-files'
import type { VaultDocument } from './document'
import { resealDrafts } from './drafts'
import { readMark } from './high-water'
import { mishapOf, withMishap } from './mishap'
import { type OpenedWithPassword, openWithPassword } from './open-with-password'
import { saveGeneration } from './save'
import { requireSession, startSession } from './session'
import type { Slot } from './slot'
import { standingOf } from './standing'
import type { VaultPorts } from './vault'
import { decodeVaultHeader, type KeyedHeader, newKeyedHeader } from './vault-header'

/*
 * [Note: A new key]
 *
 * Whoever changes the password or removes a passkey wants a way in closed, also for who has it and
 * a copy of the vault from before. So both make a new DEK: the old way opens the old copy, which
 * nobody can help, and nothing that is saved from then on. Header, key and body change in one save
 * that drops all older generations: all or nothing.
 *
 * What wraps the old key does not wrap the new one. The password is at hand; a passkey has to be
 * asked for, and one that did not answer is dropped, from the header and from the list of names.
 */

/** What is to open the vault from now on. */
export interface Rekey {
  readonly masterPassword: string
  /** Null: the same as before. */
  readonly newPassword: string | null
  /** The slots beside the password's, wrapping `dek`. */
  readonly otherSlots?: (opened: OpenedWithPassword, dek: Bytes) => Promise<readonly Slot[]>
}

/**
 * Seals the vault under a new key, once; runs alone. Leaves the vault unlocked, as it was: throws
 * `vault-locked` and saves nothing where it is not. The copies follow before it is answered. Throws
 * what `openWithPassword`, `otherSlots` and saving throw. False: a copy under the old key could not
 * be replaced, and every unlocking tries again.
 */
export async function rekey(ports: VaultPorts, wanted: Rekey, nowMs: number): Promise<boolean> {
  const mark = await readMark(ports.highWater)
  const findings = await findCandidates(ports)
  const { candidates, storeNewest: newest } = findings
  const opened = await openWithPassword(candidates, wanted.masterPassword, ports.deriveKek)
  const { dek: oldDek, document, sealed, vaultId } = opened
  try {
    const damage = await damageIn(findings, sealed, oldDek)
    await keepDamaged(ports.files, damage, nowMs).catch(() => undefined)
    const header = await headerFor(ports, opened, wanted)
    try {
      const base = { ...header, newest, opened: sealed.generation, oldDek }
      const noted = withMishap(document, mishapOf(standingOf(opened, candidates, mark), nowMs))
      // Locked while a key was computed or a passkey looked for, it stays so.
      await requireSession(ports, nowMs)
      const kept = withoutLost(noted, header.protected)
      const { sealed: saved, copied } = await saveGeneration(ports, base, kept, nowMs, 1)
      const isReplaced = copied || (await writeCopy(ports, saved, nowMs)) || !hasOldCopy(findings)
      await resealDrafts(ports.drafts, vaultId, oldDek, header.dek)
      await startSession(ports, vaultId, header.dek, nowMs, document.settings)
      return isReplaced
    } finally {
      wipe(header.dek)
    }
  } finally {
    wipe(oldDek)
  }
}

/** Where there never was a place for copies, none is left behind. */
function hasOldCopy({ slots }: Findings): boolean {
  return slots?.some(({ bytes, isUnreadable }) => bytes !== null || isUnreadable) ?? false
}

function headerFor(
  ports: VaultPorts,
  opened: OpenedWithPassword,
  { newPassword, otherSlots }: Rekey,
): Promise<KeyedHeader> {
  const { vaultId, form, cost } = opened
  return newKeyedHeader(vaultId, newPassword ?? form, ports, {
    previous: cost,
    otherSlots: async (dek) => (await otherSlots?.(opened, dek)) ?? [],
  })
}

/** `document` without the names of passkeys that have no slot any more. */
function withoutLost(document: VaultDocument, protectedText: string): VaultDocument {
  if (document.passkeys === undefined) return document
  const { slots } = decodeVaultHeader(protectedText)
  const hasSlot = (credential: string) =>
    slots.some((slot) => slot.type === 'passkey' && slot['credential'] === credential)
  const passkeys = document.passkeys.filter(({ credential }) => hasSlot(credential))
  return { ...document, passkeys }
}
