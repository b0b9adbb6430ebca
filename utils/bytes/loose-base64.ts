import { base64 } from '@scure/base'
import type { Bytes } from './bytes'

/**
 * The bytes of base64 as other programs write it: line breaks inside, the alphabet of URLs, padding
 * missing. Null if it is none.
 */
export function looseBase64(text: string): Bytes | null {
  const characters = text
    .replace(/\s/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '')
  try {
    return new Uint8Array(
      base64.decode(characters.padEnd(4 * Math.ceil(characters.length / 4), '=')),
    )
  } catch {
    return null
  }
}
