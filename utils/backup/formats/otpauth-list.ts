import { AppError } from '@/utils/errors/app-error'
import { hasTooManyLines, type ParsedLine, parseLines } from '@/utils/otp/otpauth-lines'
import type { BackupFormat } from '../format'
import { bareEntry, type ImportedEntry } from '../parsed-backup'

/** A line that starts like a URI of an account, in any case. */
const claim = /^[^\S\r\n]*(?:(?:apple-)?otpauth(?:-migration)?|motp|steam):/im

/** Text with one otpauth URI a line, as most authenticators export it. */
export const otpauthList: BackupFormat = {
  id: 'otpauth-list',
  matches: ({ text }) => text !== null && claim.test(text),
  isEncrypted: () => false,
  async parse({ text }) {
    if (hasTooManyLines(text ?? '')) throw new AppError('file-too-large')
    const { accounts, problems } = parseLines(text ?? '')
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

function toEntry({ account, warnings, extras }: ParsedLine): ImportedEntry {
  const x = extras.size === 0 ? {} : { otpauth: Object.fromEntries(extras) }
  return { ...bareEntry, ...account, warnings, x }
}
