import { AppError } from '@/utils/errors/app-error'
import { type ParsedLine, parseLines } from '@/utils/otp/otpauth-lines'
import type { BackupFormat } from '../format'
import { maxEntries } from '../import-file'
import { bareEntry, type ImportedEntry } from '../parsed-backup'

/** A line that starts like a URI of an account, in any case. */
const claim = /^[^\S\r\n]*(?:(?:apple-)?otpauth(?:-migration)?|motp|steam):/im

/** Text with one otpauth URI a line, as most authenticators export it. */
export const otpauthList: BackupFormat = {
  id: 'otpauth-list',
  matches: ({ text }) => text !== null && claim.test(text),
  isEncrypted: () => false,
  async parse({ text }) {
    const { accounts, problems } = parseLines(bounded(text ?? ''))
    return {
      entries: accounts.map(toEntry),
      unsupported: [],
      problems: problems.map(({ line, code, detail }) => ({
        position: line,
        title: '',
        code,
        detail,
      })),
      settings: null,
      extra: {},
    }
  },
}

/** Throws `file-too-large` for more lines or URIs than anybody has. */
function bounded(text: string): string {
  const most = Math.max(
    text.split('\n', maxEntries + 2).length,
    text.split('://', maxEntries + 2).length,
  )
  if (most > maxEntries + 1) throw new AppError('file-too-large')
  return text
}

function toEntry({ account, warnings, extras }: ParsedLine): ImportedEntry {
  const x = extras.size === 0 ? {} : { otpauth: Object.fromEntries(extras) }
  return { ...bareEntry, ...account, warnings, x }
}
