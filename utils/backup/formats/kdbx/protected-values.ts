import { chacha20 } from '@noble/ciphers/chacha.js'
import { salsa20 } from '@noble/ciphers/salsa.js'
import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { bytesOfBase64 } from '../../read/values'
import type { XmlElement } from '../../read/xml'
import type { KdbxContent } from './body'
import { sha256 } from './key'

/** KeePass' own nonce for Salsa20. */
const salsaNonce = Uint8Array.of(0xe8, 0x30, 0x09, 0x4b, 0x97, 0x20, 0x5d, 0x2a)

/**
 * What the protected elements below `root` hold: one key stream runs through all of them in the
 * order of the document. Throws `file-damaged`, `file-cipher-unknown`.
 */
export async function openProtected(
  root: XmlElement,
  { streamId, streamKey }: KdbxContent,
): Promise<ReadonlyMap<XmlElement, string>> {
  const hidden = protectedBelow(root).map((element) => ({
    element,
    bytes: bytesOfBase64(element.text),
  }))
  const sizeBytes = hidden.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const stream = await keyStream(streamId, streamKey, new Uint8Array(sizeBytes))
  const shown = new Map<XmlElement, string>()
  let offset = 0
  for (const { element, bytes } of hidden) {
    const start = offset
    const plain = bytes.map((byte, index) => byte ^ (stream[start + index] ?? 0))
    // A value that is no text may be anything but a one-time password.
    shown.set(element, new TextDecoder().decode(plain))
    offset += bytes.length
  }
  return shown
}

function protectedBelow(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  const look = (element: XmlElement) => {
    if (element.attributes.get('Protected')?.toLowerCase() === 'true') found.push(element)
    for (const child of element.children) look(child)
  }
  look(root)
  return found
}

async function keyStream(streamId: number, key: Bytes, zeros: Bytes): Promise<Uint8Array> {
  switch (streamId) {
    case 0:
      return zeros
    case 2:
      return salsa20(await sha256(key), salsaNonce, zeros)
    case 3: {
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-512', key))
      return chacha20(hash.slice(0, 32), hash.slice(32, 44), zeros)
    }
    default:
      throw new AppError('file-cipher-unknown')
  }
}
