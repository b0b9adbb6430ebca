import { unsafe } from '@noble/ciphers/aes.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { sameBytes } from '../../crypto/hmac-sha256'
import { pbkdf2 } from '../../crypto/pbkdf2'

const iterations = 1_000
const verifierSizeBytes = 2
const tagSizeBytes = 10

/**
 * Undoes WinZip's AES (winzip.com/aes_info): CTR mode that counts little-endian from 1, under keys
 * by PBKDF2. Throws `password-wrong`, `file-damaged`.
 */
export async function openZipAes(sealed: Bytes, password: Bytes, strength: number): Promise<Bytes> {
  const keyBytes = 8 + 8 * strength
  const saltBytes = keyBytes / 2
  const isKnown = strength >= 1 && strength <= 3
  if (!isKnown || sealed.length < saltBytes + verifierSizeBytes + tagSizeBytes) {
    throw new AppError('file-damaged')
  }
  const salt = sealed.slice(0, saltBytes)
  const keys = await pbkdf2('SHA-1', password, salt, iterations, 2 * keyBytes + verifierSizeBytes)
  const verifier = sealed.subarray(saltBytes, saltBytes + verifierSizeBytes)
  if (!sameBytes(verifier, keys.subarray(2 * keyBytes))) throw new AppError('password-wrong')
  const ciphertext = sealed.slice(saltBytes + verifierSizeBytes, -tagSizeBytes)
  const tag = hmac(sha1, keys.slice(keyBytes, 2 * keyBytes), ciphertext).subarray(0, tagSizeBytes)
  // One wrong password of 65,536 comes as far as this.
  if (!sameBytes(tag, sealed.subarray(-tagSizeBytes))) throw new AppError('file-damaged')
  const counter = new Uint8Array(16)
  counter[0] = 1
  const schedule = unsafe.expandKeyLE(keys.slice(0, keyBytes))
  return new Uint8Array(unsafe.ctr32(schedule, true, counter, ciphertext))
}
