import type { Code } from './code'

/**
 * The texts as people read a page: row by row from the top, each from the left. What begins within
 * the height of a row's first is of that row, since codes side by side are seldom level.
 */
export function inReadingOrder(codes: readonly Code[]): readonly string[] {
  const rows: Code[][] = []
  for (const code of codes.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const row = rows.at(-1)
    const first = row?.[0]
    const isBeside = first && middleOf(code) - middleOf(first) < (first.box[3] + code.box[3]) / 3
    if (row && isBeside) row.push(code)
    else rows.push([code])
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.box[0] - b.box[0])).map(({ text }) => text)
}

function middleOf({ box: [, top, , height] }: Code): number {
  return top + height / 2
}
