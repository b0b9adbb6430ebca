import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { runArgon2id } from '@/utils/platform/kdf/argon2'
import { vaultEnvelope } from '@/utils/vault/envelope'
import { gateKdf } from '@/utils/vault/kdf'
import { openPasswordSlots, passwordSlots } from '@/utils/vault/slot'
import type { SealedGeneration } from '@/utils/vault/vault'
import { decodeVaultHeader } from '@/utils/vault/vault-header'

/** The data key that this password opens the newest readable header with, or null. */
export async function keyOf(
  generations: readonly SealedGeneration[],
  password: string,
): Promise<Bytes | null> {
  for (const header of new Set(generations.map((sealed) => sealed.protected))) {
    try {
      const { slots } = decodeVaultHeader(header)
      return await openPasswordSlots(vaultEnvelope, slots, password, runArgon2id)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return null
}

/** The key-encryption keys of a header's password slots. */
export function kekOf(header: string, password: string): Promise<Bytes[]> {
  const slots = passwordSlots(decodeVaultHeader(header).slots)
  return Promise.all(slots.map(({ kdf }) => runArgon2id(password, gateKdf(kdf))))
}
