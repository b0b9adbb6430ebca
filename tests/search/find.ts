import type { Pattern } from './patterns'

/**
 * Makes a search for many patterns at once: a single pass, in which the first two bytes say which
 * patterns to try. The search answers those that occur.
 */
export function createFinder(patterns: readonly Pattern[]): (content: Buffer) => Set<Pattern> {
  const isHead = new Uint8Array(65_536)
  const byHead = new Map<number, Pattern[]>()
  for (const pattern of patterns) {
    const head = pattern.bytes.readUInt16BE(0)
    isHead[head] = 1
    byHead.set(head, [...(byHead.get(head) ?? []), pattern])
  }
  return (content) => {
    const found = new Set<Pattern>()
    const last = content.length - 1
    let head = content[0] ?? 0
    for (let at = 0; at < last; at += 1) {
      head = ((head & 0xff) << 8) | (content[at + 1] ?? 0)
      if (isHead[head] === 0) continue
      for (const pattern of byHead.get(head) ?? []) {
        if (startsAt(content, at, pattern.bytes)) found.add(pattern)
      }
    }
    return found
  }
}

function startsAt(content: Buffer, at: number, bytes: Buffer): boolean {
  for (let index = 2; index < bytes.length; index += 1) {
    if (content[at + index] !== bytes[index]) return false
  }
  return true
}
