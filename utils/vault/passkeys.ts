import type { Bytes } from '@/utils/bytes/bytes'
import { wipe } from '@/utils/bytes/wipe'
import { AppError } from '@/utils/errors/app-error'
import { alone } from './alone'
import { findCandidates } from './candidates'
import { readMark } from './high-water'
import { mishapOf, withMishap } from './mishap'
import { type OpenedWithPassword, openWithPassword } from './open-with-password'
import {
  maxPasskeys,
  type NewPasskey,
  openPasskeySlot,
  type PasskeyAnswer,
  type PasskeySlot,
  passkeySlots,
  sealPasskeySlot,
} from './passkey-slot'
import { rekey } from './rekey'
import { retryOnConflict, saveGeneration } from './save'
import { standingOf } from './standing'
import { type PasskeyQuestion, passkeyQuestions, unlockWithPasskey } from './unlock-with-passkey'
import type { OpenReport, VaultPorts } from './vault'
import { decodeVaultHeader, encodeVaultHeader } from './vault-header'

/** The second way into a vault. The password always stays, and every change of the ways needs it. */
export interface Passkeys {
  /** What to ask, also while locked; empty where no passkey opens the vault. */
  questions(): Promise<readonly PasskeyQuestion[]>
  /**
   * Throws `passkey-wrong` for a passkey that does not open this vault (any more),
   * `passkey-unsupported`, `vault-missing`, `vault-damaged`, `vault-newer`.
   */
  unlock(answer: PasskeyAnswer, nowMs: number): Promise<OpenReport>
  /** Throws `passkey-known`, `passkey-limit`, and as `Vault.unlock`. */
  add(masterPassword: string, passkey: NewPasskey, name: string, nowMs: number): Promise<void>
  /**
   * Takes a way in away for good: a new data key, see [Note: A new key]. Of the others those stay
   * that answered. Throws `passkey-wrong` for an answer that does not open its slot, and as
   * `Vault.unlock`. False as `Vault.changePassword`: a copy that it opens is left.
   */
  remove(
    masterPassword: string,
    credential: string,
    answers: readonly PasskeyAnswer[],
    nowMs: number,
  ): Promise<boolean>
  /** As `Vault.changePassword`, which keeps no passkey; this keeps those that answered. */
  changePassword(
    masterPassword: string,
    newPassword: string,
    answers: readonly PasskeyAnswer[],
    nowMs: number,
  ): Promise<boolean>
}

/** The passkeys of the vault over these ports. */
export function createPasskeys(ports: VaultPorts): Passkeys {
  const saving = <T>(work: () => Promise<T>) => alone(ports, () => retryOnConflict(work))
  return {
    questions: () => passkeyQuestions(ports),
    unlock: (answer, nowMs) => unlockWithPasskey(ports, answer, nowMs),
    add: (masterPassword, passkey, name, nowMs) =>
      saving(() => add(ports, masterPassword, passkey, name, nowMs)),
    remove: (masterPassword, credential, answers, nowMs) => {
      const otherSlots = rewrap(answers.filter((answer) => answer.credential !== credential))
      return saving(() => rekey(ports, { masterPassword, newPassword: null, otherSlots }, nowMs))
    },
    changePassword: async (masterPassword, newPassword, answers, nowMs) => {
      if (newPassword === '') throw new AppError('password-empty')
      const otherSlots = rewrap(answers)
      return await saving(() => rekey(ports, { masterPassword, newPassword, otherSlots }, nowMs))
    },
  }
}

/** The header gets a slot more, the document a name; the key stays and so do older generations. */
async function add(
  ports: VaultPorts,
  masterPassword: string,
  passkey: NewPasskey,
  name: string,
  nowMs: number,
): Promise<void> {
  const mark = await readMark(ports.highWater)
  const { candidates, storeNewest } = await findCandidates(ports)
  const opened = await openWithPassword(candidates, masterPassword, ports.deriveKek)
  const { dek, document, sealed } = opened
  try {
    const { credential } = passkey
    const base = {
      dek,
      protected: await withSlot(opened, passkey),
      newest: storeNewest,
      opened: sealed.generation,
    }
    const others = (document.passkeys ?? []).filter((each) => each.credential !== credential)
    const passkeys = [...others, { credential, name, createdAtMs: nowMs }]
    const noted = withMishap(document, mishapOf(standingOf(opened, candidates, mark), nowMs))
    await saveGeneration(ports, base, { ...noted, passkeys }, nowMs)
  } finally {
    wipe(dek)
  }
}

async function withSlot(
  { sealed, vaultId, dek }: OpenedWithPassword,
  passkey: NewPasskey,
): Promise<string> {
  const { slots } = decodeVaultHeader(sealed.protected)
  const known = passkeySlots(slots)
  if (known.some(({ credential }) => credential === passkey.credential)) {
    throw new AppError('passkey-known')
  }
  if (known.length >= maxPasskeys) throw new AppError('passkey-limit')
  const slot = await sealPasskeySlot(vaultId, dek, passkey)
  passkeySlots([...slots, slot])
  return encodeVaultHeader(vaultId, [...slots, slot])
}

/** The slots of those passkeys that answered, wrapping another key. */
function rewrap(answers: readonly PasskeyAnswer[]) {
  return async (opened: OpenedWithPassword, dek: Bytes): Promise<readonly PasskeySlot[]> => {
    const slots = passkeySlots(decodeVaultHeader(opened.sealed.protected).slots)
    const kept: PasskeySlot[] = []
    for (const slot of slots) {
      const answer = answers.find(({ credential }) => credential === slot.credential)
      if (answer === undefined) continue
      const old = await openPasskeySlot(opened.vaultId, slot, answer.prf)
      if (old === null) throw new AppError('passkey-wrong')
      wipe(old)
      kept.push(await sealPasskeySlot(opened.vaultId, dek, { ...answer, salt: slot.salt }))
    }
    return kept
  }
}
