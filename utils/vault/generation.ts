import * as v from 'valibot'
import type { Bytes } from '@/utils/bytes/bytes'
import { wipe } from '@/utils/bytes/wipe'
import { AppError } from '@/utils/errors/app-error'
import { aesGcmOpen, nonceSizeBytes, randomBytes } from './aes-gcm'
import { openBody, sealBody } from './body'
import { type VaultDocument, vaultDocumentSchema } from './document'
import { bodyAad, vaultEnvelope } from './envelope'
import type { SealedGeneration } from './vault'

/*
 * [Note: Generations]
 *
 * Every save is a whole new generation: the next number, the same header, a fresh nonce, the
 * document sealed anew. The number stands in the body's AAD, so a body put under another number,
 * header or vault does not open. The store takes it only while the newest is the one it follows,
 * in one transaction, and keeps the last five. Opening takes the newest that authenticates, in the
 * store or the second copy, and says what it stepped over; a save always follows everything that
 * is known of, opened, damaged or lost.
 */

function aadOf(protectedText: string, generation: number): Bytes {
  return bodyAad(vaultEnvelope, protectedText, generation)
}

/** Seals `document` as the generation of that number. */
export async function sealGeneration(
  dek: Bytes,
  protectedText: string,
  generation: number,
  document: VaultDocument,
): Promise<SealedGeneration> {
  const nonce = randomBytes(nonceSizeBytes)
  const aad = aadOf(protectedText, generation)
  const ciphertext = await sealBody(dek, nonce, aad, document)
  return { generation, protected: protectedText, nonce, ciphertext }
}

/**
 * The document of a generation. Throws `vault-damaged` if a byte of it was changed or the key is
 * another vault's, `vault-newer` if a newer version wrote it.
 */
export async function openGeneration(dek: Bytes, sealed: SealedGeneration): Promise<VaultDocument> {
  const aad = aadOf(sealed.protected, sealed.generation)
  const body = await openBody(vaultEnvelope, dek, sealed.nonce, aad, sealed.ciphertext)
  const document = v.safeParse(vaultDocumentSchema, body)
  if (document.success) return document.output
  throw new AppError(hasNewerSchema(body) ? 'vault-newer' : 'vault-damaged', 'unknown document')
}

/** Whether not a byte of a generation was changed since it was sealed with this key. */
export async function authenticates(dek: Bytes, sealed: SealedGeneration): Promise<boolean> {
  const aad = aadOf(sealed.protected, sealed.generation)
  const plain = await aesGcmOpen(dek, sealed.nonce, aad, sealed.ciphertext)
  if (plain !== null) wipe(plain)
  return plain !== null
}

function hasNewerSchema(body: unknown): boolean {
  return v.is(v.looseObject({ schema: v.pipe(v.number(), v.minValue(2)) }), body)
}
