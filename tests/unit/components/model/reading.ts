import type { Reading } from '@/utils/qr/decode'

/** Whole codes that say this, and nothing else. */
export function reading(...payloads: readonly string[]): Reading {
  return { payloads, hasPart: false, hasCut: false }
}
