import { AppError, type ErrorCode } from '@/utils/errors/app-error'

/** What we write nests less than ten deep; deeper text is an attack on recursive readers. */
export const fileDepth = 64

/** How deep arrays and objects nest in JSON text, without parsing it; stops above `limit`. */
function nestsDeeperThan(limit: number, text: string): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index)
    if (character === 0x22) inString = !inString
    else if (inString) index += character === 0x5c ? 1 : 0
    else if (character === 0x5b || character === 0x7b) depth += 1
    else if (character === 0x5d || character === 0x7d) depth -= 1
    if (depth > limit) return true
  }
  return false
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
