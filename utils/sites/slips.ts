const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Keys beside each other, in a row or across two. */
function areNeighbours(a: string, b: string): boolean {
  const [rowA, rowB] = [a, b].map((key) => rows.findIndex((row) => row.includes(key)))
  if (rowA === undefined || rowB === undefined || rowA < 0 || rowB < 0) return false
  const step = (rows[rowB]?.indexOf(b) ?? 0) - (rows[rowA]?.indexOf(a) ?? 0)
  if (rowA === rowB) return Math.abs(step) === 1
  return rowB - rowA === 1
    ? step === 0 || step === -1
    : rowA - rowB === 1 && (step === 0 || step === 1)
}

/**
 * How many letters must be left out, put in, changed or swapped with the next to make `b` of `a`
 * (optimal string alignment); `limit + 1` for more than `limit`.
 */
export function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const one = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(swapped ? Math.min(one, (beforeLast[j - 2] ?? 0) + 1) : one)
    }
    if (Math.min(...row) > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}

/** The one slip that makes `typed` of `name`: what fingers do, and what attackers register. */
export type Slip = 'swap' | 'double' | 'neighbour' | 'inside' | 'edge'

/** The kind of the only edit between two names; null where there is none or more than one. */
export function slipOf(typed: string, name: string): Slip | null {
  if (typed === name || Math.abs(typed.length - name.length) > 1) return null
  const start = commonStart(typed, name)
  const end = commonEnd(typed, name, start)
  const theirs = typed.slice(start, typed.length - end)
  const ours = name.slice(start, name.length - end)
  if (theirs.length === 2 && theirs[0] === ours[1] && theirs[1] === ours[0]) return 'swap'
  if (theirs.length > 1 || ours.length > 1) return null
  if (theirs.length === ours.length) {
    if (areNeighbours(theirs, ours)) return 'neighbour'
  } else if ((theirs || ours) === name[start - 1]) return 'double'
  return start === 0 || start >= name.length - 1 ? 'edge' : 'inside'
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let count = 0
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count++
  return count
}
