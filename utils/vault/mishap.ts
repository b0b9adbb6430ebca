import type { Mishap, VaultDocument } from './document'
import type { Standing } from './standing'

/** What the user has to be told of, or null if all is well. */
export function mishapOf(standing: Standing, nowMs: number): Mishap | null {
  const { openedFrom, savedAtMs, skippedGenerations, missingSaves } = standing
  if (openedFrom === 'store' && skippedGenerations === 0 && missingSaves === 0) return null
  return { foundAtMs: nowMs, openedFrom, savedAtMs, skippedGenerations, missingSaves }
}

/** `document` with a mishap noted in it; one that was not read yet is told along with it. */
export function withMishap(document: VaultDocument, mishap: Mishap | null): VaultDocument {
  if (mishap === null) return document
  const unread = document.mishap
  if (unread === undefined) return { ...document, mishap }
  const times = [unread.savedAtMs, mishap.savedAtMs].filter((time) => time !== null)
  const merged = {
    ...mishap,
    savedAtMs: times.length < 2 ? null : Math.min(...times),
    skippedGenerations: unread.skippedGenerations + mishap.skippedGenerations,
    missingSaves: unread.missingSaves + mishap.missingSaves,
  }
  return { ...document, mishap: merged }
}

/** `document` after the user has read of the mishap. */
export function withoutMishap(document: VaultDocument): VaultDocument {
  const { mishap: _, ...rest } = document
  return rest
}
