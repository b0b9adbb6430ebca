import type { PageReading } from '@/components/model/found'

/** Whole codes that say this, and nothing else. */
export function reading(...payloads: readonly string[]): PageReading {
  return { payloads, keys: [], hasMissed: false, hasPart: false, hasCut: false }
}
