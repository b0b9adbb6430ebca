import { toBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import { concat } from '@/utils/bytes/concat'
import { fromHex, toHex } from '@/utils/bytes/hex'
import { fromUtf8, toUtf8 } from '@/utils/bytes/utf8'
import { wipe } from '@/utils/bytes/wipe'
import { AppError } from '@/utils/errors/app-error'
import {
  aesGcmOpen,
  aesGcmSeal,
  keySizeBytes,
  nonceSizeBytes,
  randomBytes,
} from '@/utils/vault/aes-gcm'
import type { AegisContent } from './aegis-content'

/** What Aegis itself derives keys with: N, r and p of RFC 7914. */
export const aegisCost = { n: 32_768, r: 8, p: 1 } as const

const tagSizeBytes = 16
const noAad: Bytes = new Uint8Array()

/** A key of 32 bytes by scrypt (RFC 7914), with the cost that Aegis knows. */
export type DeriveScrypt = (password: string, salt: Bytes, cost: typeof aegisCost) => Promise<Bytes>

/** What seals a file for Aegis. */
export interface AegisAccess {
  readonly password: string
  readonly deriveScrypt: DeriveScrypt
}

/** The file that anybody can read. */
export function plainAegisFile(content: AegisContent): Bytes {
  return toFile({ slots: null, params: null }, content)
}

/**
 * The same under a password: a fresh master key, wrapped in one password slot. Opened again before
 * it is given out: throws `backup-mismatch`, and `password-empty`, `kdf-failed`.
 */
export async function sealedAegisFile(
  content: AegisContent,
  { password, deriveScrypt }: AegisAccess,
  newId: () => string,
): Promise<Bytes> {
  if (password === '') throw new AppError('password-empty')
  const salt = randomBytes(32)
  const masterKey = randomBytes(keySizeBytes)
  const kek = await deriveScrypt(password, salt, aegisCost)
  const slot = await seal(kek, masterKey)
  const db = await seal(masterKey, toUtf8(JSON.stringify(content)))
  await readBack(content, db, slot, await deriveScrypt(password, salt, aegisCost))
  wipe(kek, masterKey)
  const passwordSlot = {
    type: 1,
    uuid: newId(),
    key: toHex(slot.ciphertext),
    key_params: slot.params,
    ...aegisCost,
    salt: toHex(salt),
    repaired: true,
    is_backup: false,
  }
  return toFile({ slots: [passwordSlot], params: db.params }, toBase64(db.ciphertext))
}

function toFile(header: object, db: unknown): Bytes {
  return toUtf8(`${JSON.stringify({ version: 1, header, db }, null, 4)}\n`)
}

/** Aegis keeps the tag apart from what it seals. */
interface Sealed {
  readonly ciphertext: Bytes
  readonly params: { readonly nonce: string; readonly tag: string }
}

async function seal(key: Bytes, plain: Bytes): Promise<Sealed> {
  const nonce = randomBytes(nonceSizeBytes)
  const sealed = await aesGcmSeal(key, nonce, noAad, plain)
  return {
    ciphertext: sealed.slice(0, -tagSizeBytes),
    params: { nonce: toHex(nonce), tag: toHex(sealed.slice(-tagSizeBytes)) },
  }
}

async function open(key: Bytes, { ciphertext, params }: Sealed): Promise<Bytes | null> {
  const sealed = concat(ciphertext, fromHex(params.tag))
  return await aesGcmOpen(key, fromHex(params.nonce), noAad, sealed)
}

async function readBack(content: AegisContent, db: Sealed, slot: Sealed, kek: Bytes) {
  const masterKey = await open(kek, slot)
  const plain = masterKey && (await open(masterKey, db))
  wipe(kek, ...(masterKey ? [masterKey] : []))
  const text = plain && fromUtf8(plain)
  if (text !== JSON.stringify(content)) throw new AppError('backup-mismatch')
}
