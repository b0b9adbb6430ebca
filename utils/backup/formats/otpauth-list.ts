import type { BackupFormat } from '../format'
import { readUriLines } from './uri-lines'

/** An account's URI in any case: at the start of a line, or of the usual schemes inside one. */
const claim =
  /^[^\S\r\n\u2028\u2029]*(?:(?:apple-)?otpauth(?:-migration)?|motp|steam):|\s(?:apple-)?otpauth(?:-migration)?:\/\//im

/** Whether text has such a URI. */
export function hasUriLine(text: string): boolean {
  return claim.test(text)
}

/** Text with one URI a line, as most authenticators export it. */
export const otpauthList: BackupFormat = {
  id: 'otpauth-list',
  matches: ({ text }) => text !== null && hasUriLine(text),
  isEncrypted: () => false,
  parse: ({ text }) => readUriLines(text ?? ''),
}
