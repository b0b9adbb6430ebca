/** The rows of a long list that are worth rendering: `first` up to, not including, `end`. */
export interface RowRange {
  readonly first: number
  readonly end: number
}

/** Rows rendered beyond each edge, so that the Tab key and a flick find the next one. */
const overscan = 3

/**
 * Which of `count` rows of `rowHeight` pixels are in view, when the list's own top lies
 * `hiddenAbove` pixels above the top of a view of `viewHeight` pixels (negative: below it).
 */
export function visibleRows(
  count: number,
  rowHeight: number,
  hiddenAbove: number,
  viewHeight: number,
): RowRange {
  const first = Math.floor(hiddenAbove / rowHeight) - overscan
  const end = Math.ceil((hiddenAbove + viewHeight) / rowHeight) + overscan
  const clamp = (row: number): number => Math.min(count, Math.max(0, row))
  return { first: clamp(first), end: clamp(end) }
}
