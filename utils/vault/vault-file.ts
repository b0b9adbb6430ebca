import * as v from 'valibot'
import { fromBase64, toBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import { fromUtf8, toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { parseJson } from './json'
import type { SealedGeneration } from './vault'

const readability = v.looseObject({ format: v.literal('sixpence-vault'), version: v.number() })

const vaultFile = v.looseObject({
  format: v.literal('sixpence-vault'),
  version: v.literal(1),
  generation: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  protected: v.string(),
  /** base64 of 12 bytes. */
  nonce: v.string(),
  /** base64, tag last. */
  ciphertext: v.string(),
})

/** A generation as a file of its own: UTF-8 JSON, as sealed as it was. */
export function toVaultFile(sealed: SealedGeneration): Bytes {
  const file: v.InferOutput<typeof vaultFile> = {
    format: 'sixpence-vault',
    version: 1,
    generation: sealed.generation,
    protected: sealed.protected,
    nonce: toBase64(sealed.nonce),
    ciphertext: toBase64(sealed.ciphertext),
  }
  return toUtf8(JSON.stringify(file))
}

/** The generation in a vault file, still sealed. Throws `vault-damaged`, `vault-newer`. */
export function fromVaultFile(bytes: Uint8Array): SealedGeneration {
  const json = parseJson(fromUtf8(bytes, 'vault-damaged'), 'vault-damaged')
  const readable = v.safeParse(readability, json)
  if (readable.success && readable.output.version > 1) throw new AppError('vault-newer')
  const file = v.safeParse(vaultFile, json)
  if (!file.success) throw new AppError('vault-damaged', 'vault file ill-shaped')
  const { generation, protected: protectedText, nonce, ciphertext } = file.output
  return {
    generation,
    protected: protectedText,
    nonce: fromBase64(nonce, 'vault-damaged'),
    ciphertext: fromBase64(ciphertext, 'vault-damaged'),
  }
}
