import {
  type Fixed,
  finderModules,
  fixedModules,
  isOnCross,
  isTelling,
  type Place,
} from './fixed-modules'
import type { Gray } from './picture'
import { type Frame, type Grid, type Sums, shadeOf } from './shades'

/** A grid that was found. */
export interface FoundGrid extends Grid {
  /** The code is light on dark. */
  readonly isInverted: boolean
}

/** How well the fixed modules of a code show where a grid has them. */
interface Fit {
  readonly grid: Grid
  /** How much lighter the light ones are than the dark ones; below 0 in inverted codes. */
  readonly contrast: number
  /** How many are on their side of the middle, 0 to 1. */
  readonly share: number
}

/** Modules along the sides of versions 1 to 40. */
const sizes = Array.from({ length: 40 }, (_, index) => 21 + 4 * index)
/** Light modules that are commonly left around a code. */
const quietZones = [0, 1, 2, 3, 4]
/** A grid that is off by half a module still shows this much. */
const roughShare = 0.7
/** Neither chance nor pictures come near this. */
const minShare = 0.88
/** Grids whose edges are moved until they fit best. */
const maxRefined = 2
/** Shares of a module to move them by. */
const steps = [0.5, 0.25, 0.12]

/**
 * The grid of the upright code that fills a picture, with a quiet zone or without; null where none
 * does. It is told by the modules that all codes have, not by lines: so it is found whatever shape
 * they are drawn in.
 */
export function findGrid(gray: Gray, sums: Sums): FoundGrid | null {
  const fits = roughFits(gray, sums)
    .sort((a, b) => b.share - a.share)
    .slice(0, maxRefined)
    .map((fit) => refine(sums, fit))
    .sort((a, b) => b.share - a.share)
  const best = fits[0]
  if (!best || best.share < minShare) return null
  return { ...best.grid, isInverted: best.contrast < 0 }
}

/** Of the grids that may be there, in all sizes, those that show at a first look. */
function roughFits(gray: Gray, sums: Sums): Fit[] {
  const frames = contents(gray)
  return sizes.flatMap((modules) => {
    if (modules > Math.min(gray.width, gray.height)) return []
    const crosses = finderModules(modules, isOnCross)
    const grids = frames.flatMap((frame) =>
      quietZones.map((quiet) => inside(frame, quiet, modules)),
    )
    return grids
      .filter((grid) => fitOf(sums, grid, crosses).share >= roughShare)
      .map((grid) => fitOf(sums, grid, fixedModules(modules, isTelling)))
  })
}

function inside({ left, top, right, bottom }: Frame, quiet: number, modules: number): Grid {
  const share = quiet / (modules + 2 * quiet)
  const [x, y] = [(right - left) * share, (bottom - top) * share]
  return { left: left + x, top: top + y, right: right - x, bottom: bottom - y, modules }
}

/** The smallest frames around all that is dark, and all that is light. */
function contents({ luma, width, height }: Gray): readonly Frame[] {
  const [columns, rows] = [new Uint32Array(width), new Uint32Array(height)]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((luma[y * width + x] ?? 0) >= 128) continue
      columns[x] = (columns[x] ?? 0) + 1
      rows[y] = (rows[y] ?? 0) + 1
    }
  }
  const lightColumns = columns.map((dark) => height - dark)
  const lightRows = rows.map((dark) => width - dark)
  return [frameOf(columns, rows), frameOf(lightColumns, lightRows)]
}

/** Stray pixels do not count: even the round corners of codes begin with more. */
function frameOf(columns: Uint32Array, rows: Uint32Array): Frame {
  const isColumn = (count: number) => count > rows.length / 30
  const isRow = (count: number) => count > columns.length / 30
  return {
    left: Math.max(0, columns.findIndex(isColumn)),
    top: Math.max(0, rows.findIndex(isRow)),
    right: columns.findLastIndex(isColumn) + 1,
    bottom: rows.findLastIndex(isRow) + 1,
  }
}

/** Moves the edges of a grid to where the fixed modules show best. */
function refine(sums: Sums, rough: Fit): Fit {
  const fixed = fixedModules(rough.grid.modules, isTelling)
  let best = rough
  for (const step of steps) {
    for (const edge of ['left', 'right', 'top', 'bottom'] as const) {
      for (const way of [-step, step]) {
        const { grid } = best
        const isUpright = edge === 'top' || edge === 'bottom'
        const side = isUpright ? grid.bottom - grid.top : grid.right - grid.left
        const moved = { ...grid, [edge]: grid[edge] + (way * side) / grid.modules }
        const fit = fitOf(sums, moved, fixed)
        if (Math.abs(fit.contrast) > Math.abs(best.contrast)) best = fit
      }
    }
  }
  return best
}

function fitOf(sums: Sums, grid: Grid, { dark, light }: Fixed): Fit {
  const [darks, lights] = [means(sums, grid, dark), means(sums, grid, light)]
  const [darkMean, lightMean] = [meanOf(darks), meanOf(lights)]
  const middle = (darkMean + lightMean) / 2
  const [below, above] = [countBelow(darks, middle), lights.length - countBelow(lights, middle)]
  const share = (below + above) / (darks.length + lights.length)
  const contrast = lightMean - darkMean
  return { grid, contrast, share: contrast < 0 ? 1 - share : share }
}

function means(sums: Sums, grid: Grid, places: readonly Place[]): Float64Array {
  const list = new Float64Array(places.length)
  let index = 0
  for (const place of places) {
    list[index] = shadeOf(sums, grid, place[0], place[1])
    index += 1
  }
  return list
}

function meanOf(list: Float64Array): number {
  let sum = 0
  for (const value of list) sum += value
  return sum / list.length
}

function countBelow(list: Float64Array, middle: number): number {
  let count = 0
  for (const value of list) if (value < middle) count += 1
  return count
}
