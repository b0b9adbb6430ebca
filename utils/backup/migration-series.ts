import { fromMigrationUri, type MigrationPart } from '@/utils/otp/from-migration-uri'

/** The codes of Google Authenticator's export that were read so far, in the order they came. */
export interface MigrationSeries {
  readonly codes: readonly ReadCode[]
}

interface ReadCode {
  /** The code's text. */
  readonly uri: string
  readonly part: MigrationPart
}

/** How much of one export is there. */
export interface SeriesState {
  /** How many codes it has. */
  readonly size: number
  /** Numbers of the codes that were read, from 1, in order. */
  readonly read: readonly number[]
  readonly missing: readonly number[]
}

/** Before the first code. */
export const emptySeries: MigrationSeries = { codes: [] }

/**
 * The series with one more code; the same one twice counts once. Throws `migration-malformed`.
 */
export function addCode(series: MigrationSeries, uri: string): MigrationSeries {
  const trimmed = uri.trim()
  if (series.codes.some((code) => code.uri === trimmed)) return series
  return { codes: [...series.codes, { uri: trimmed, part: fromMigrationUri(trimmed) }] }
}

/**
 * The exports that the codes belong to. Newer apps give all exports the same number: those with as
 * many codes cannot be told apart and count as one.
 */
export function statesOf({ codes }: MigrationSeries): readonly SeriesState[] {
  const exports = new Map<string, { size: number; read: Set<number> }>()
  for (const { part } of codes) {
    const key = `${part.id} ${part.size}`
    const known = exports.get(key) ?? { size: part.size, read: new Set() }
    known.read.add(part.index + 1)
    exports.set(key, known)
  }
  return [...exports.values()].map(({ size, read }) => ({
    size,
    read: [...read].sort((a, b) => a - b),
    missing: Array.from({ length: size }, (_, at) => at + 1).filter((number) => !read.has(number)),
  }))
}

/** Whether no code is missing. */
export function isWhole(series: MigrationSeries): boolean {
  return statesOf(series).every(({ missing }) => missing.length === 0)
}

/** The codes as text, one a line, as the reader of lists takes them. */
export function textOfSeries({ codes }: MigrationSeries): string {
  return codes.map(({ uri }) => uri).join('\n')
}
