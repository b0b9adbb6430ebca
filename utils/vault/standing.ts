import type { Candidate } from './candidates'
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
