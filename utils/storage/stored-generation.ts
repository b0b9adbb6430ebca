import * as v from 'valibot'
import type { SealedGeneration } from '@/utils/vault/vault'

const stored = v.looseObject({
  generation: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  protected: v.string(),
  nonce: v.instance(Uint8Array<ArrayBuffer>),
  ciphertext: v.instance(Uint8Array<ArrayBuffer>),
})

/** The record of a generation: plain bytes and text, nothing that browsers clone differently. */
export function toRecord(sealed: SealedGeneration): SealedGeneration {
  const { generation, protected: protectedText, nonce, ciphertext } = sealed
  return { generation, protected: protectedText, nonce, ciphertext }
}

/**
 * The generation of a record. One that lost its shape still counts: it comes back with nothing in
 * it, does not open, and is told as damage instead of being missed.
 */
export function fromRecord(key: number, record: unknown): SealedGeneration {
  const parsed = v.safeParse(stored, record)
  if (parsed.success) return toRecord(parsed.output)
  const nothing = { protected: '', nonce: new Uint8Array(), ciphertext: new Uint8Array() }
  return { generation: key, ...nothing }
}
