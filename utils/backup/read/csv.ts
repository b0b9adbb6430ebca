/** More columns than any export has. */
const maxCells = 200

/**
 * The rows of CSV (RFC 4180), cells as text. Tolerant: line ends of any kind, quotes inside bare
 * cells, rows of any length; rows without any text are left out.
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let offset = 0
  while (offset <= text.length) {
    const { cell, end } = readCell(text, offset)
    if (row.length < maxCells) row.push(cell)
    const mark = text[end]
    offset = end + 1
    if (mark === ',') continue
    if (mark === '\r' && text[offset] === '\n') offset += 1
    if (row.some((each) => each.trim() !== '')) rows.push(row)
    row = []
    if (mark === undefined) break
  }
  return rows
}

function readCell(text: string, start: number): { cell: string; end: number } {
  return text[start] === '"' ? readQuoted(text, start + 1) : readBare(text, start, '')
}

function readBare(text: string, start: number, before: string): { cell: string; end: number } {
  let end = start
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r')
    end += 1
  return { cell: before + text.slice(start, end), end }
}

/** Up to the quote that is not doubled; what follows it before the next comma belongs to the cell. */
function readQuoted(text: string, start: number): { cell: string; end: number } {
  const pieces: string[] = []
  let from = start
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return { cell: pieces.join('') + text.slice(from), end: text.length }
    pieces.push(text.slice(from, quote))
    if (text[quote + 1] !== '"') return readBare(text, quote + 1, pieces.join(''))
    pieces.push('"')
    from = quote + 2
  }
}
