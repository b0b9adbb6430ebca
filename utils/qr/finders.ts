import type { Bits } from './picture'

/** A square-in-a-square as it marks three corners of a QR code (ISO/IEC 18004 section 6.3.3). */
export interface Finder {
  readonly x: number
  readonly y: number
  /** Width and height of one module in pixels: pages stretch codes. */
  readonly moduleX: number
  readonly moduleY: number
  /** Whether its centre is dark; light ones belong to inverted codes. */
  readonly isDark: boolean
  /** Rows that crossed it. */
  hits: number
}

/** Finders kept of one picture: a page full of look-alikes must not cost more than this. */
const maxFinders = 4000

/** A scan on its way down a picture. */
interface Scan {
  readonly picture: Bits
  readonly found: Finder[]
  /** Those of `found` that the present row may still cross. */
  near: Finder[]
}

/** Every finder pattern in `picture`, dark on light and light on dark, the clearest first. */
export function findFinders(picture: Bits): readonly Finder[] {
  const scan: Scan = { picture, found: [], near: [] }
  for (let y = 1; y < picture.height; y += 1) {
    scan.near = scan.near.filter((finder) => y - finder.y < 2.5 * finder.moduleY)
    scanRow(scan, y)
  }
  return scan.found.sort((a, b) => b.hits - a.hits)
}

/** Looks for runs of 1:1:3:1:1 along row `y`. */
function scanRow(scan: Scan, y: number): void {
  const { bits, width } = scan.picture
  const row = y * width
  let [outer, gap, centre, gap2, outer2] = [0, 0, 0, 0, 0]
  let start = 0
  for (let x = 1; x <= width; x += 1) {
    if (x < width && bits[row + x] === bits[row + x - 1]) continue
    outer = gap
    gap = centre
    centre = gap2
    gap2 = outer2
    outer2 = x - start
    start = x
    if (outer === 0 || !isFinder(outer, gap, centre, gap2, outer2)) continue
    const middle = Math.floor(x - outer2 - gap2 - centre / 2)
    addFinder(scan, middle, y, (gap + centre + gap2) / 5)
  }
}

/**
 * Whether five runs have the shape of a finder. The outer ones may be longer: where a code has no
 * quiet zone they run into a page of the same colour.
 */
function isFinder(outer: number, gap: number, centre: number, gap2: number, outer2: number) {
  if (centre < 3) return false
  const module = (gap + centre + gap2) / 5
  const slack = module * 0.5 + 0.6
  return (
    Math.abs(gap - module) <= slack &&
    Math.abs(gap2 - module) <= slack &&
    Math.abs(centre - 3 * module) <= 1.5 * slack + 0.4 &&
    outer >= module - slack &&
    outer2 >= module - slack
  )
}

function addFinder(scan: Scan, x: number, y: number, module: number): void {
  const known = scan.near.find((one) => isNear(one, x, y, 1.5))
  if (known) {
    known.hits += 1
    return
  }
  if (scan.found.length >= maxFinders) return
  const finder = crossCheck(scan.picture, x, y, module)
  if (!finder) return
  const same = scan.near.find((one) => isNear(one, finder.x, finder.y, 2.5))
  if (same) {
    same.hits += 1
    return
  }
  scan.found.push(finder)
  scan.near.push(finder)
}

function isNear(finder: Finder, x: number, y: number, modules: number): boolean {
  return (
    Math.abs(finder.x - x) < modules * finder.moduleX &&
    Math.abs(finder.y - y) < modules * finder.moduleY
  )
}

/**
 * A row alone shows a finder anywhere. The column through it, the row through that and both
 * diagonals must show it too: the squares lie within each other, so every line through the middle
 * does, however the code is turned.
 */
function crossCheck(picture: Bits, x: number, y: number, module: number): Finder | null {
  const { bits, width } = picture
  const column = measure(picture, x, y, 0, 1)
  if (!column || column.module > 2.2 * module || module > 2.2 * column.module) return null
  const middleY = y + column.offset
  const row = measure(picture, x, Math.floor(middleY), 1, 0)
  if (!row) return null
  const middleX = x + row.offset
  const [i, j] = [Math.floor(middleX), Math.floor(middleY)]
  if (!measure(picture, i, j, 1, 1) || !measure(picture, i, j, 1, -1)) return null
  return {
    x: middleX,
    y: middleY,
    moduleX: row.module,
    moduleY: column.module,
    isDark: bits[y * width + x] === 1,
    hits: 1,
  }
}

interface Measured {
  readonly module: number
  /** From the pixel measured at to the middle of the centre run, in pixels. */
  readonly offset: number
}

/** Measures the five runs around a pixel along the direction (dx, dy). */
function measure(picture: Bits, x: number, y: number, dx: number, dy: number): Measured | null {
  const [before, gap, outer] = runsFrom(picture, x, y, -dx, -dy)
  const [after, gap2, outer2] = runsFrom(picture, x, y, dx, dy)
  const centre = before + after - 1
  if (!isFinder(outer, gap, centre, gap2, outer2)) return null
  return { module: (gap + centre + gap2) / 5, offset: (after - before) / 2 + 0.5 }
}

/** Lengths of the run that (x, y) lies in and of the two after it, walking by (dx, dy). */
function runsFrom({ bits, width, height }: Bits, x: number, y: number, dx: number, dy: number) {
  const runs: [number, number, number] = [0, 0, 0]
  let colour = bits[y * width + x]
  let run = 0
  for (let [i, j] = [x, y]; i >= 0 && j >= 0 && i < width && j < height; i += dx, j += dy) {
    const next = bits[j * width + i]
    if (next !== colour) {
      run += 1
      colour = next
      if (run > 2) break
    }
    runs[run as 0 | 1 | 2] += 1
    // The outer run is only asked to be long enough.
    if (run === 2 && runs[2] > runs[1] * 3) break
  }
  return runs
}
