/** What a code says and where its middle is, in pixels. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  /** How far the code reaches from its middle. */
  readonly reach: number
}

/**
 * The texts as people read a page: row by row from the top, each from the left. What begins within
 * the height of a row's first is of that row, since codes side by side are seldom level.
 */
export function inReadingOrder(texts: readonly PlacedText[]): readonly string[] {
  const rows: PlacedText[][] = []
  for (const placed of texts.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && placed.y - first.y < (first.reach + placed.reach) / 2) row.push(placed)
    else rows.push([placed])
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.x - b.x)).map(({ text }) => text)
}
