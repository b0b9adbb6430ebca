import type { Bytes } from '@/utils/bytes/bytes'
import { fromUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { parseJson } from '@/utils/vault/json'

/** The text of bytes whose tag was right. Throws `file-damaged`. */
export function openedText(bytes: Bytes): string {
  return fromUtf8(bytes, 'file-damaged').replace(/^\ufeff/, '')
}

/** The JSON of bytes whose tag was right. Throws `file-damaged`. */
export function openedJson(bytes: Bytes): unknown {
  return parseJson(openedText(bytes), 'file-damaged')
}

/** What a cipher gave. Throws `code` where it gave nothing. */
export function opened<T>(
  plain: T | null,
  code: 'password-wrong' | 'password-or-file' | 'file-damaged',
): T {
  if (plain === null) throw new AppError(code)
  return plain
}
