import { poly1305 } from '@noble/ciphers/_poly1305.js'
import { chacha20, hchacha } from '@noble/ciphers/chacha.js'
import type { Bytes } from '@/utils/bytes/bytes'
import { concat } from '@/utils/bytes/concat'
import { sameBytes } from './hmac-sha256'

/** "expand 32-byte k" as little-endian words (RFC 8439 section 2.3). */
const sigma = Uint32Array.of(0x61707865, 0x3320646e, 0x79622d32, 0x6b206574)
const blockSizeBytes = 64
const macSizeBytes = 16
/** Length of the header that libsodium writes before the messages. */
export const secretstreamHeaderBytes = 24

/**
 * The plain bytes of libsodium's secretstream XChaCha20-Poly1305 with one message, null where the
 * MAC does not fit. libsodium, crypto_secretstream_xchacha20poly1305.c.
 */
export function openSecretstream(key: Bytes, header: Bytes, message: Bytes): Bytes | null {
  if (header.length !== secretstreamHeaderBytes || message.length < 1 + macSizeBytes) return null
  const subkey = subkeyOf(key, header)
  const nonce = concat(Uint8Array.of(1, 0, 0, 0), header.subarray(16))
  const sealed = message.subarray(1, -macSizeBytes)
  const tagBlock = new Uint8Array(blockSizeBytes)
  tagBlock[0] = message[0] ?? 0
  const openTag = chacha20(subkey, nonce, tagBlock, undefined, 1)
  const macInput = concat(
    Uint8Array.of(message[0] ?? 0),
    openTagRest(openTag),
    sealed,
    new Uint8Array((16 - blockSizeBytes + sealed.length) & 15),
    littleEndian64(0),
    littleEndian64(blockSizeBytes + sealed.length),
  )
  const macKey = chacha20(subkey, nonce, new Uint8Array(32), undefined, 0)
  if (!sameBytes(poly1305(macInput, macKey), message.subarray(-macSizeBytes))) return null
  return new Uint8Array(chacha20(subkey, nonce, sealed, undefined, 2))
}

/** Of the first block the MAC covers the tag byte as it is sent, and the key stream after it. */
function openTagRest(openTag: Uint8Array): Uint8Array {
  return openTag.subarray(1)
}

function subkeyOf(key: Bytes, header: Bytes): Uint8Array {
  const out = new Uint32Array(8)
  hchacha(sigma, wordsOf(key), wordsOf(header.slice(0, 16)), out)
  const bytes = new Uint8Array(32)
  const view = new DataView(bytes.buffer)
  for (const [index, word] of out.entries()) view.setUint32(4 * index, word, true)
  return bytes
}

function wordsOf(bytes: Bytes): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) =>
    view.getUint32(4 * index, true),
  )
}

function littleEndian64(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true)
  return bytes
}
