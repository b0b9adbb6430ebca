import type { Bytes } from '@/utils/bytes/bytes'
import { AppError, toErrorCode } from '@/utils/errors/app-error'
import type { VaultDocument } from './document'
import { openGeneration } from './generation'
import type { SealedGeneration } from './vault'
import { decodeVaultHeader } from './vault-header'

/** A document and where it came from. */
export interface Opened<T extends SealedGeneration = SealedGeneration> {
  readonly document: VaultDocument
  readonly sealed: T
  /** How many before it in the list did not open. */
  readonly skipped: number
}

/**
 * The newest of `generations` (newest first) that opens with `dek`, or null. Damage is stepped
 * over; a document of a newer version is not: throws `vault-newer`.
 */
export async function openNewest<T extends SealedGeneration>(
  generations: readonly T[],
  dek: Bytes,
): Promise<Opened<T> | null> {
  for (const [skipped, sealed] of generations.entries()) {
    try {
      return { document: await openGeneration(dek, sealed), sealed, skipped }
    } catch (error) {
      if (toErrorCode(error) !== 'vault-damaged') throw error
    }
  }
  return null
}

/**
 * The same for a session's key, which must not step over a change of the password: a newer
 * generation with a sound header of its own means that the key is out of date. Null then.
 */
export async function openNewestWithSession<T extends SealedGeneration>(
  generations: readonly T[],
  dek: Bytes,
): Promise<Opened<T> | null> {
  const opened = await openNewest(generations, dek)
  if (opened === null) return null
  const newer = generations.slice(0, opened.skipped)
  const changed = newer.some(
    (sealed) => sealed.protected !== opened.sealed.protected && hasSoundHeader(sealed),
  )
  return changed ? null : opened
}

function hasSoundHeader({ protected: protectedText }: SealedGeneration): boolean {
  try {
    decodeVaultHeader(protectedText)
    return true
  } catch (error) {
    if (error instanceof AppError) return error.code === 'vault-newer'
    throw error
  }
}
