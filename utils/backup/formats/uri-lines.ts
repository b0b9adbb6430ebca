import { AppError } from '@/utils/errors/app-error'
import { fromOtpauthUri, type ParsedOtpauth } from '@/utils/otp/from-otpauth-uri'
import { hasTooManyLines, splitLines, type TextPiece } from '@/utils/otp/otpauth-lines'
import { jsonOf } from '../import-file'
import { bareEntry, type ImportedEntry, type ParsedBackup } from '../parsed-backup'
import { emptyBackup, joined } from '../read/collect'
import { keptUri } from '../read/kept-uri'
import { memberOf, textOf, textsOf } from '../read/values'
import { readMigration } from './migration'

/**
 * Text with one URI a line: otpauth, steam, motp, and Google's migrations, each of which holds many
 * accounts. A line that is none becomes a problem with its number. Throws `file-too-large`.
 */
export async function readUriLines(text: string): Promise<ParsedBackup> {
  if (hasTooManyLines(text)) throw new AppError('file-too-large')
  const parts: ParsedBackup[] = []
  for (const piece of splitLines(text)) parts.push(await readPiece(piece))
  return joined(parts)
}

async function readPiece({ line, uri }: TextPiece): Promise<ParsedBackup> {
  try {
    if (!/^otpauth-migration:/i.test(uri)) return readUri(uri)
    const { found } = await readMigration(uri)
    return { ...found, problems: found.problems.map((problem) => ({ ...problem, position: line })) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, detail } = error
    return { ...emptyBackup, problems: [{ position: line, title: '', code, detail }] }
  }
}

function readUri(uri: string): ParsedBackup {
  try {
    return { ...emptyBackup, entries: [toEntry(fromOtpauthUri(uri))] }
  } catch (error) {
    const kept = error instanceof AppError ? keptUri(uri, error) : null
    if (kept === null) throw error
    return { ...emptyBackup, unsupported: [kept] }
  }
}

function toEntry({ account, warnings, extras }: ParsedOtpauth): ImportedEntry {
  const display = jsonOf(extras.get('codedisplay') ?? '')
  const x = extras.size === 0 ? {} : { otpauth: Object.fromEntries(extras) }
  return { ...bareEntry, ...account, warnings, x, ...shownBy(display) }
}

/** What Ente keeps beside an account. */
function shownBy(display: unknown): Partial<ImportedEntry> {
  if (display === undefined) return {}
  return {
    note: textOf(memberOf(display, 'note')),
    tags: textsOf(memberOf(display, 'tags')),
    favorite: memberOf(display, 'pinned') === true,
    trashed: memberOf(display, 'trashed') === true,
  }
}
