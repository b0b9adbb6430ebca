import type { Reading } from './browser'
import type { Sample } from './corpus'

/** What was read off one picture, beside what is on it. Each text counts once. */
export interface Outcome {
  readonly sample: Sample
  readonly size: readonly [width: number, height: number]
  readonly missed: readonly string[]
  readonly read: number
  /** Texts that are on no code of the picture. */
  readonly wrong: readonly string[]
  readonly cpuMs: number
}

/** The measure of a run. */
export interface Scores {
  readonly codes: number
  readonly read: number
  readonly falseDecodes: number
  readonly cpuP50Ms: number
  readonly cpuP95Ms: number
}

/** Judges what was read off a picture. */
export function judge(sample: Sample, { texts, size, cpuMs }: Reading): Outcome {
  const plain = (list: readonly string[]) => [...new Set(sample.norm ? list.map(oneWay) : list)]
  const found = plain(texts).filter((text) => text !== '')
  const wanted = plain(sample.expect)
  const missed = wanted.filter((text) => !found.includes(text))
  const known = [...wanted, ...plain(sample.allow)]
  const wrong = found.filter((text) => !known.includes(text))
  return { sample, size, missed, read: wanted.length - missed.length, wrong, cpuMs }
}

/** The scores of these pictures together. */
export function scoresOf(outcomes: readonly Outcome[]): Scores {
  const read = outcomes.reduce((sum, outcome) => sum + outcome.read, 0)
  const missed = outcomes.flatMap((outcome) => outcome.missed).length
  const costs = outcomes.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b)
  const at = (share: number) => Math.round(10 * (costs[Math.floor(costs.length * share)] ?? 0)) / 10
  return {
    codes: read + missed,
    read,
    falseDecodes: outcomes.flatMap(({ wrong }) => wrong).length,
    cpuP50Ms: at(0.5),
    cpuP95Ms: at(0.95),
  }
}

/** With one kind of line end, and none at the end. */
function oneWay(text: string): string {
  return text.replace(/\r\n/g, '\n').trimEnd()
}
