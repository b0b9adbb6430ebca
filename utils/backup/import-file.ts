import type { Bytes } from '@/utils/bytes/bytes'
import { fromUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { parseJson } from '@/utils/vault/json'

/** More than any backup has; a bound for what is read at all. */
export const maxFileSizeBytes = 20 * 1024 * 1024

/** A hundred times what anybody has; a bound for what is taken apart. */
export const maxEntries = 100_000

/** A file as the formats look at it, each part worked out once. */
export interface ImportFile {
  readonly bytes: Bytes
  /** Without a byte order mark; null if it is no text. */
  readonly text: string | null
  /** Undefined if it is no JSON. */
  readonly json: unknown
}

/** Looks at a file without judging it. Throws `file-empty`, `file-too-large`. */
export function readImportFile(bytes: Bytes): ImportFile {
  if (bytes.length > maxFileSizeBytes) throw new AppError('file-too-large')
  const text = textOf(bytes)
  if (bytes.length === 0 || text?.trim() === '') throw new AppError('file-empty')
  return { bytes, text, json: text === null ? undefined : jsonOf(text) }
}

/** The JSON of text, undefined where it is none or nests too deep. */
export function jsonOf(text: string): unknown {
  try {
    return parseJson(text, 'file-damaged')
  } catch {
    return undefined
  }
}

function textOf(bytes: Bytes): string | null {
  const encoding = utf16Of(bytes)
  try {
    const text =
      encoding === null
        ? fromUtf8(bytes, 'file-damaged')
        : new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.replace(/^\ufeff/, '')
  } catch {
    return null
  }
}

/** UTF-16 by its byte order mark, or by the zeros beside its first two characters of ASCII. */
function utf16Of([a, b, c, d]: Bytes): 'utf-16le' | 'utf-16be' | null {
  if ((a === 0xff && b === 0xfe) || (isAscii(a) && b === 0 && isAscii(c) && d === 0)) {
    return 'utf-16le'
  }
  if ((a === 0xfe && b === 0xff) || (a === 0 && isAscii(b) && c === 0 && isAscii(d))) {
    return 'utf-16be'
  }
  return null
}

function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0 && byte < 0x80
}
