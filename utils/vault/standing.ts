import type { Candidate } from './candidates'
import type { Mishap, VaultDocument } from './document'
import { highestOf } from './high-water'
import type { Opened } from './open-newest'
import type { OpenReport } from './vault'

/** How what was opened stands to all saves that are known of. */
export type Standing = Pick<
  OpenReport,
  'openedFrom' | 'savedAtMs' | 'skippedGenerations' | 'missingSaves' | 'rolledBack'
>

/** `candidates` are those it was opened from, `mark` the highest number ever saved. */
export function standingOf(
  { document, sealed, skipped }: Opened<Candidate>,
  candidates: readonly Candidate[],
  mark: number,
): Standing {
  const stepped = candidates.slice(0, skipped).map(({ generation }) => generation)
  const newer = new Set(stepped.filter((generation) => generation > sealed.generation))
  const newest = highestOf(sealed.generation, [...newer])
  const highest = highestOf(sealed.generation, [...newer, mark])
  return {
    openedFrom: sealed.from,
    savedAtMs: document.savedAtMs ?? null,
    skippedGenerations: newer.size,
    missingSaves: highest - sealed.generation,
    rolledBack: highest > newest,
  }
}

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
