// The table of what the long tests counted, printed and kept in docs/vault-format.md.

/**
 * One line that a test recorded: see tests/long-run.ts.
 * @typedef {{ promise: string, what: string, where: string, count: number, result: string }} Result
 */

const begin = '<!-- results: written by "npm run test:vault" -->'
const end = '<!-- end of results -->'

/**
 * The results of a run, in order, with those of the same thing in the same place added up.
 * @param {string} lines JSON, one result per line
 * @returns {Result[]}
 */
export function readResults(lines) {
  const merged = new Map()
  for (const line of lines.split('\n').filter(Boolean)) {
    const result = JSON.parse(line)
    const key = JSON.stringify([result.promise, result.what, result.where, result.result])
    const known = merged.get(key)
    merged.set(key, { ...result, count: result.count + (known?.count ?? 0) })
  }
  return [...merged.values()].sort(
    (a, b) =>
      numberOf(a) - numberOf(b) || a.what.localeCompare(b.what) || a.where.localeCompare(b.where),
  )
}

const numberOf = ({ promise }) => Number(/\d+/.exec(promise)?.[0] ?? 0)

/**
 * A table in Markdown, its columns in line.
 * @param {readonly Result[]} results
 * @param {string} date 2026-11-22
 */
export function toTable(results, date) {
  const rows = [
    ['promise', 'what', 'where', 'count', 'result', 'date'],
    ...results.map(({ promise, what, where, count, result }) =>
      [promise, what, where, count.toLocaleString('en-US'), result, date].map(String),
    ),
  ]
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`
  const rule = line(widths.map((width) => '-'.repeat(width)))
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n')
}

/**
 * The text with what stands between its two marks replaced. Throws where the marks are missing.
 * @param {string} text
 * @param {string} table
 */
export function replaceResults(text, table) {
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error('the marks of the results are missing')
  return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`
}
