import type { BackupFormat } from '../format'
import { readUriLines } from './uri-lines'

/** A line that starts like a URI of an account, in any case. */
const claim = /^[^\S\r\n]*(?:(?:apple-)?otpauth(?:-migration)?|motp|steam):/im

/** Whether text has such a line. */
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
