import { binarize } from './binarize'
import { type Finder, findFinders } from './finders'
import { toGray } from './gray'
import type { Box, Gray, Picture } from './picture'

/** Finders looked at: triples grow with the third power. */
const maxFinders = 60
/** Modules between the middles of two finders: 14 in version 1, 170 in version 40, and some slack. */
const minSpan = 12
const maxSpan = 180
/** Triples further from the corners of a square than this are none. */
const maxError = 0.7

/** Three finders that may be the corners of one code, the right angle at the first. */
interface Triple {
  readonly finders: readonly [corner: Finder, a: Finder, b: Finder]
  /** How far they are from the corners of a square; 0 is perfect. */
  readonly error: number
}

/** Where in `picture` three finder patterns stand as those of a code do, the likeliest first. */
export function findBoxes(picture: Picture): readonly Box[] {
  const finders = findFinders(binarize(toGray(picture))).slice(0, maxFinders)
  return finders
    .flatMap((corner) => triplesAt(corner, finders))
    .sort((a, b) => a.error - b.error)
    .map(({ finders }) => boxOf(...finders))
}

/**
 * Whether `gray`, what is in view of something, shows a corner of a code: a finder pattern of a
 * size to fit, in a corner. Letters make finder patterns, too, but smaller ones and anywhere.
 */
export function hasCodeCorner(gray: Gray): boolean {
  const { width, height } = gray
  const side = Math.max(width, height)
  return findFinders(binarize(gray)).some(({ x, y, moduleX, moduleY, hits }) => {
    const modules = side / moduleX
    const fromEdges = Math.max(Math.min(x, width - x), Math.min(y, height - y))
    return hits >= 2 * moduleY && modules > 20 && modules < 120 && fromEdges < side / 4
  })
}

function triplesAt(corner: Finder, finders: readonly Finder[]): readonly Triple[] {
  const others = finders.filter((one) => one !== corner && couldPair(corner, one))
  const triples: Triple[] = []
  for (const [index, a] of others.entries()) {
    for (const b of others.slice(index + 1)) {
      const error = errorOf(corner, a, b)
      if (error <= maxError) triples.push({ finders: [corner, a, b], error })
    }
  }
  return triples
}

function couldPair(a: Finder, b: Finder): boolean {
  if (a.isDark !== b.isDark) return false
  const span = modulesBetween(a, b)
  return spread(a.moduleX, b.moduleX) <= 2 && span >= minSpan && span <= maxSpan
}

function errorOf(corner: Finder, a: Finder, b: Finder): number {
  const [ax, ay] = [a.x - corner.x, a.y - corner.y]
  const [bx, by] = [b.x - corner.x, b.y - corner.y]
  const cosine = Math.abs((ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by)))
  const spans = spread(modulesBetween(corner, a), modulesBetween(corner, b))
  return cosine + spans - 1 + spread(a.moduleX, b.moduleX) - 1
}

/** A finder reaches three and a half modules from its middle. */
function boxOf(corner: Finder, a: Finder, b: Finder): Box {
  const fourth = { x: a.x + b.x - corner.x, y: a.y + b.y - corner.y }
  const xs = [corner.x, a.x, b.x, fourth.x]
  const ys = [corner.y, a.y, b.y, fourth.y]
  const [left, top] = [
    Math.min(...xs) - 3.5 * corner.moduleX,
    Math.min(...ys) - 3.5 * corner.moduleY,
  ]
  const right = Math.max(...xs) + 3.5 * corner.moduleX
  return [left, top, right - left, Math.max(...ys) + 3.5 * corner.moduleY - top]
}

function modulesBetween(a: Finder, b: Finder): number {
  return Math.hypot((a.x - b.x) / a.moduleX, (a.y - b.y) / a.moduleY)
}

function spread(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b)
}
