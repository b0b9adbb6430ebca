import type { Box, Picture } from './picture'

/** A code that was read. */
export interface Code {
  /** As it stands: judge it with `classify`, never open it. Of a part, what this part holds. */
  readonly text: string
  /** The upright box around it. */
  readonly box: Box
  /** It holds a part of a text only (structured append, ISO/IEC 18004 section 8). */
  readonly isPart: boolean
}

/** Reads every code in a picture; none is an empty list, never an error. */
export type ReadCodes = (picture: Picture) => Promise<readonly Code[]>

/** The box around `points`. */
export function boxAround(points: readonly { readonly x: number; readonly y: number }[]): Box {
  const [left, right] = rangeOf(points.map(({ x }) => x))
  const [top, bottom] = rangeOf(points.map(({ y }) => y))
  return [left, top, right - left, bottom - top]
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)]
}
