import { md5 } from '@noble/hashes/legacy.js'
import type { Bytes } from '@/utils/bytes/bytes'
import { concat } from '@/utils/bytes/concat'
import { looseBase64 } from '@/utils/bytes/loose-base64'
import { fromUtf8 } from '@/utils/bytes/utf8'
import { aesCbcOpen } from './aes-cbc'

const mark = 'Salted__'
const saltSizeBytes = 8

/**
 * The plain bytes of what CryptoJS and "openssl enc -md md5" write for a passphrase: base64 of
 * "Salted__", a salt of 8 bytes and AES-256-CBC, with key and IV by one round of EVP_BytesToKey over
 * MD5. Null where it does not open.
 */
export async function openSalted(text: string, passphrase: Bytes): Promise<Bytes | null> {
  const bytes = looseBase64(text)
  if (bytes === null || latin1(bytes.subarray(0, mark.length)) !== mark) return null
  const salt = bytes.slice(mark.length, mark.length + saltSizeBytes)
  const derived = bytesToKey(passphrase, salt)
  const sealed = bytes.slice(mark.length + saltSizeBytes)
  return await aesCbcOpen(derived.slice(0, 32), derived.slice(32, 48), sealed)
}

/** The same as text, null where it is none. */
export async function openSaltedText(text: string, passphrase: Bytes): Promise<string | null> {
  const plain = await openSalted(text, passphrase)
  try {
    return plain === null ? null : fromUtf8(plain)
  } catch {
    return null
  }
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

/** Three MD5 blocks: 32 bytes of key, 16 of IV. */
function bytesToKey(passphrase: Bytes, salt: Bytes): Bytes {
  const first = md5(concat(passphrase, salt))
  const second = md5(concat(first, passphrase, salt))
  const third = md5(concat(second, passphrase, salt))
  return concat(first, second, third)
}
