import { AppError, type ErrorCode } from '@/utils/errors/app-error'

/** What we write nests less than ten deep; deeper text is an attack on recursive readers. */
export const fileDepth = 64

/**
 * Whether arrays and objects nest deeper than `limit` in JSON text, without parsing it. Strings,
 * which are most of it, are stepped over at once.
 */
function nestsDeeperThan(limit: number, text: string): boolean {
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index)
    if (character === 0x22) index = endOfString(text, index)
    else if (character === 0x5b || character === 0x7b) depth += 1
    else if (character === 0x5d || character === 0x7d) depth -= 1
    if (depth > limit) return true
  }
  return false
}

/** Where the string that begins at `start` ends; where it never does, the end of the text. */
function endOfString(text: string, start: number): number {
  let end = start
  let escapes: number
  do {
    end = text.indexOf('"', end + 1)
    if (end < 0) return text.length
    escapes = 0
    while (text.charCodeAt(end - escapes - 1) === 0x5c) escapes += 1
  } while (escapes % 2 === 1)
  return end
}

/** The value of untrusted JSON text. Throws `code` for what is no JSON or nests too deep. */
export function parseJson(text: string, code: ErrorCode, maxDepth: number = fileDepth): unknown {
  if (nestsDeeperThan(maxDepth, text)) throw new AppError(code, 'nests too deep')
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError(code, 'not json')
  }
}
