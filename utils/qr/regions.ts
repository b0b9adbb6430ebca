import type { Finder } from './finders'
import type { Bits } from './picture'
import { modulesBetween, timingChanges } from './timing'

/** Three finders that may be the corners of one code. */
export interface Region {
  /** The one at the right angle. */
  readonly corner: Finder
  /** To its right, seen the way the code is turned. */
  readonly right: Finder
  /** Below it. */
  readonly below: Finder
  /** How many modules wide the code may be (ISO/IEC 18004 section 6.3.1). */
  readonly sizes: readonly number[]
  /** How far the three are from the shape of a code; 0 is perfect. */
  readonly error: number
}

/** Finders looked at: triples grow with the third power. */
const maxFinders = 120
/** Modules between the middles of two finders: 14 in version 1, 170 in version 40, and some slack. */
const minSpan = 12
const maxSpan = 180
/** Regions that are further from a code than this are none. */
const maxError = 0.7

/** Where `finders` of `picture` (clearest first) may span codes, the likeliest first. */
export function findRegions(picture: Bits, finders: readonly Finder[]): readonly Region[] {
  const some = finders.slice(0, maxFinders)
  const regions: Region[] = []
  for (const corner of some) {
    const others = some.filter((one) => one !== corner && couldPair(corner, one))
    for (const [index, a] of others.entries()) {
      for (const b of others.slice(index + 1)) {
        const region = spanRegion(picture, corner, a, b)
        if (region) regions.push(region)
      }
    }
  }
  return regions.sort((a, b) => a.error - b.error)
}

function couldPair(a: Finder, b: Finder): boolean {
  if (a.isDark !== b.isDark) return false
  const span = modulesBetween(a, b)
  return spread(a.moduleX, b.moduleX) <= 2 && span >= minSpan && span <= maxSpan
}

/** The region with its right angle at `corner`, or null if there is none worth the name. */
function spanRegion(picture: Bits, corner: Finder, a: Finder, b: Finder): Region | null {
  const [ax, ay] = [a.x - corner.x, a.y - corner.y]
  const [bx, by] = [b.x - corner.x, b.y - corner.y]
  const cosine = Math.abs((ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by)))
  const [aSpan, bSpan] = [modulesBetween(corner, a), modulesBetween(corner, b)]
  const shape = cosine + spread(aSpan, bSpan) - 1 + spread(a.moduleX, b.moduleX) - 1
  if (shape > maxError) return null
  const aChanges = timingChanges(picture, corner, a, b)
  const shapeAndA = shape + timingError(aChanges, aSpan)
  if (shapeAndA > maxError) return null
  const bChanges = timingChanges(picture, corner, b, a)
  const error = shapeAndA + timingError(bChanges, bSpan)
  if (error > maxError) return null
  const [right, below] = ax * by - ay * bx > 0 ? [a, b] : [b, a]
  const guesses = [aChanges + 15, bChanges + 15, (aSpan + bSpan) / 2 + 7]
  return { corner, right, below, sizes: possibleSizes(guesses), error }
}

/** The share of changes that are missing or too many, from 0 to 1. */
function timingError(changes: number, span: number): number {
  return Math.min(1, Math.abs(changes - (span - 8)) / (span - 8))
}

/** The sizes codes can have (21, 25 ... 177) nearest to each guess, and their neighbours. */
function possibleSizes(guesses: readonly number[]): readonly number[] {
  const versions = guesses.map((size) => Math.round((size - 17) / 4))
  const mean = versions.reduce((sum, version) => sum + version, 0) / versions.length
  const around = [Math.round(mean), Math.round(mean) - 1, Math.round(mean) + 1]
  const unique = [...new Set([...versions, ...around])]
  return unique
    .filter((version) => version >= 1 && version <= 40)
    .map((version) => version * 4 + 17)
}

function spread(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b)
}
