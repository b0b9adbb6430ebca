import type { Bytes } from '@/utils/bytes/bytes'
import { crc32Step } from './crc32'

const headerSizeBytes = 12

/**
 * Undoes the traditional PKWARE encryption (APPNOTE 6.3.10 section 6.1); null where the last byte of
 * its header is not `checkByte`: one wrong password of 256 passes.
 */
export function openZipCrypto(sealed: Bytes, password: Bytes, checkByte: number): Bytes | null {
  if (sealed.length < headerSizeBytes) return null
  let [a, b, c] = [0x12345678, 0x23456789, 0x34567890]
  const update = (byte: number) => {
    a = crc32Step(a, byte)
    b = (Math.imul(b + (a & 0xff), 134_775_813) + 1) | 0
    c = crc32Step(c, b >>> 24)
  }
  for (const byte of password) update(byte)
  const plain = sealed.map((byte) => {
    const mask = (c & 0xffff) | 2
    const opened = byte ^ ((Math.imul(mask, mask ^ 1) >>> 8) & 0xff)
    update(opened)
    return opened
  })
  return plain[headerSizeBytes - 1] === checkByte ? plain.slice(headerSizeBytes) : null
}
