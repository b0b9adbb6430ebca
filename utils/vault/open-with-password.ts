import type { Bytes } from '@/utils/bytes/bytes'
import { wipe } from '@/utils/bytes/wipe'
import { AppError } from '@/utils/errors/app-error'
import { vaultEnvelope } from './envelope'
import type { KdfCost } from './kdf'
import { type Opened, openNewest } from './open-newest'
import { findPasswordSlot, type OpenedSlot, passwordSlots } from './slot'
import type { DeriveKek, SealedGeneration } from './vault'
import { decodeVaultHeader, type VaultHeader } from './vault-header'

/** A vault opened by its password. */
export interface OpenedWithPassword extends Opened {
  readonly vaultId: string
  /** 32 bytes; whoever holds it wipes it. */
  readonly dek: Bytes
  /** What the header asks of its derivation; a new header asks no less. */
  readonly cost: KdfCost
  /** The form of the password that opened it: see `OpenedSlot`. */
  readonly form: string
}

/**
 * Opens the newest generation that the password opens. Throws `vault-missing`, `password-empty`,
 * `password-wrong`, `vault-damaged`, `vault-newer`, `kdf-refused`, `kdf-failed`.
 */
export async function openWithPassword(
  generations: readonly SealedGeneration[],
  masterPassword: string,
  deriveKek: DeriveKek,
): Promise<OpenedWithPassword> {
  if (masterPassword === '') throw new AppError('password-empty')
  if (generations.length === 0) throw new AppError('vault-missing')
  const { dek, form } = await findKey(generations, masterPassword, deriveKek)
  try {
    const opened = await openNewest(generations, dek)
    if (opened === null) throw new AppError('vault-damaged', 'no generation opens')
    const header = decodeVaultHeader(opened.sealed.protected)
    return { ...opened, vaultId: header.vaultId, dek, cost: costOf(header), form }
  } catch (error) {
    wipe(dek)
    throw error
  }
}

/**
 * Generations share one header from one password change to the next; where a damaged one differs,
 * each distinct header is tried, newest first.
 */
async function findKey(
  generations: readonly SealedGeneration[],
  masterPassword: string,
  deriveKek: DeriveKek,
): Promise<OpenedSlot> {
  let failure = new AppError('vault-damaged', 'no header reads')
  for (const protectedText of new Set(generations.map((sealed) => sealed.protected))) {
    try {
      const { slots } = decodeVaultHeader(protectedText)
      return await findPasswordSlot(vaultEnvelope, slots, masterPassword, deriveKek)
    } catch (error) {
      failure = moreTelling(failure, error)
    }
  }
  throw failure
}

/** From what says least to what says most; anything else ends the search. */
const steppable = ['vault-damaged', 'kdf-refused', 'password-wrong']

function moreTelling(known: AppError, found: unknown): AppError {
  if (!(found instanceof AppError) || !steppable.includes(found.code)) throw found
  return steppable.indexOf(found.code) > steppable.indexOf(known.code) ? found : known
}

/** The dearest that a header asks of one try. */
export function costOf({ slots }: VaultHeader): KdfCost {
  const costs = passwordSlots(slots).map((slot) => slot.kdf)
  return {
    m: Math.max(...costs.map((kdf) => kdf.m)),
    t: Math.max(...costs.map((kdf) => kdf.t)),
    p: Math.max(...costs.map((kdf) => kdf.p)),
  }
}
