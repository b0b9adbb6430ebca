import { randomBytes } from 'node:crypto'
import { fromBase32, toBase32 } from '@/utils/bytes/base32'
import type { Needle } from '../../search/patterns'

/** Random values that stand for what must stay secret, each found nowhere else. */
export interface Markers {
  readonly needles: readonly Needle[]
  /** A word, as people type it. */
  word(name: string): string
  /** A secret in base32; its bytes must not be found either. */
  secret(name: string): string
  /** A key that came up by itself. */
  bytes(name: string, value: Uint8Array): void
}

/** No markers yet. */
export function createMarkers(): Markers {
  const needles: Needle[] = []
  return {
    needles,
    word(name) {
      const value = `m${BigInt(`0x${randomBytes(12).toString('hex')}`).toString(36)}`
      needles.push({ name, value })
      return value
    },
    secret(name) {
      const value = toBase32(randomBytes(20))
      needles.push({ name, value }, { name: `${name} as bytes`, value: fromBase32(value) })
      return value
    },
    bytes: (name, value) => void needles.push({ name, value }),
  }
}
