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
  /** Without a byte order mark; null if it is no UTF-8. */
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

function textOf(bytes: Bytes): string | null {
  try {
    return fromUtf8(bytes, 'file-damaged').replace(/^\ufeff/, '')
  } catch {
    return null
  }
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text, 'file-damaged')
  } catch {
    return undefined
  }
}
