import { bitAt } from './bit-at'
import type { Finder } from './finders'
import type { Bits } from './picture'

/**
 * The side of one module in pixels near `finder`, for a code whose edge runs along (dx, dy). Rows
 * and columns cross a turned square at a slant, so they measure it too long.
 */
function moduleAlong(finder: Finder, dx: number, dy: number): number {
  const across = (dx * dx) / (dx * dx + dy * dy)
  const slant = Math.max(Math.abs(dx), Math.abs(dy)) / Math.hypot(dx, dy)
  return (finder.moduleX * across + finder.moduleY * (1 - across)) * slant
}

/** How many modules lie between the middles of two finders, by their size. */
export function modulesBetween(from: Finder, to: Finder): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const module = (moduleAlong(from, dx, dy) + moduleAlong(to, dx, dy)) / 2
  return Math.hypot(dx, dy) / module
}

/**
 * How often dark and light change along the timing pattern between two finders: the line of
 * alternating modules that joins them along their inner edges (ISO/IEC 18004 section 6.3.5), on
 * the side where `inner` lies. A code of N modules has N - 15 changes there; text and icons that
 * look like finders have few.
 */
export function timingChanges(picture: Bits, from: Finder, to: Finder, inner: Finder): number {
  const span = modulesBetween(from, to)
  const away = modulesBetween(from, inner)
  const [dx, dy] = [(to.x - from.x) / span, (to.y - from.y) / span]
  // The timing pattern lies three modules beside the line that joins the middles.
  const startX = from.x + ((inner.x - from.x) / away) * 3
  const startY = from.y + ((inner.y - from.y) / away) * 3
  const samples = Math.ceil((span - 8) * 4)
  let changes = 0
  let last = -1
  for (let sample = 0; sample <= samples; sample += 1) {
    // From half a module past the edge of one finder to as far before that of the other.
    const along = 4 + (sample / samples) * (span - 8)
    const bit = bitAt(picture, startX + dx * along, startY + dy * along)
    if (bit !== last && last >= 0) changes += 1
    last = bit
  }
  return changes
}
