import { AppError, type ErrorCode, type ErrorDetail } from '@/utils/errors/app-error'
import { fromOtpauthUri, type ParsedOtpauth } from './from-otpauth-uri'

/** A line that describes an account. */
export interface ParsedLine extends ParsedOtpauth {
  /** Counted from 1. */
  readonly line: number
}

/** A line that does not, and why. The line itself is left out: it may hold a secret. */
export interface LineProblem {
  /** Counted from 1. */
  readonly line: number
  readonly code: ErrorCode
  readonly detail: ErrorDetail
}

/** What pasted text holds: every line that is not blank is in one of the two. */
export interface ParsedLines {
  readonly accounts: readonly ParsedLine[]
  readonly problems: readonly LineProblem[]
}

/** Many times what anybody has; more would hold up the page. */
export const maxLines = 20_000

const lineBreak = /\r\n?|[\n\u2028\u2029]/

/** Whether text has more lines, or more URIs, than are read at once. */
export function hasTooManyLines(text: string): boolean {
  return [lineBreak, '://'].some((mark) => text.split(mark, maxLines + 2).length > maxLines + 1)
}

/**
 * Reads text with one otpauth URI a line; several URIs parted by spaces on one line count too.
 * A line that is none, or one of a kind we cannot read, becomes a problem, never nothing. Of too
 * many lines none is read: that is one problem, `lines-too-many`, at the first line too many.
 */
export function parseLines(text: string): ParsedLines {
  if (hasTooManyLines(text)) {
    return { accounts: [], problems: [{ line: maxLines + 1, code: 'lines-too-many', detail: {} }] }
  }
  const accounts: ParsedLine[] = []
  const problems: LineProblem[] = []
  for (const { line, uri } of splitLines(text)) {
    try {
      accounts.push({ line, ...fromOtpauthUri(uri) })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      problems.push({ line, code: error.code, detail: error.detail })
    }
  }
  return { accounts, problems }
}

/** One URI, or what stands in its place. */
export interface TextPiece {
  /** Counted from 1. */
  readonly line: number
  readonly uri: string
}

/**
 * The URIs of text, with their lines; what is no URI is in it too, but for blanks and what names or
 * numbers the URI behind it.
 */
export function splitLines(text: string): TextPiece[] {
  return text
    .split(lineBreak)
    .flatMap((uris, index) => splitUris(uris).map((uri) => ({ line: index + 1, uri })))
}

/** "-", "1." or "GitHub:". */
const lead = /^(?:[-*+>•–—]|\d{1,5}[.):]?|[^/?#]{1,100}:)$/

function splitUris(line: string): readonly string[] {
  const pieces = line
    .split(/\s(?=(?:apple-)?otpauth(?:-migration)?:\/\/)/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  return pieces.length > 1 && lead.test(pieces[0] ?? '') ? pieces.slice(1) : pieces
}
