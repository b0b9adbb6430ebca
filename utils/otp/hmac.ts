import { hmac as hmacOf } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { AppError } from '@/utils/errors/app-error'

const hashes = { SHA1: sha1, SHA256: sha256, SHA512: sha512 }

/** HMAC (RFC 2104) over the hash functions of RFC 6238 section 1.2, and no others. */
export function hmac(algorithm: string, key: Uint8Array, message: Uint8Array): Uint8Array {
  if (!Object.hasOwn(hashes, algorithm)) throw new AppError('algorithm-unknown')
  return hmacOf(hashes[algorithm as keyof typeof hashes], key, message)
}
