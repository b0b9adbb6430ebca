/**
 * The text of the `bytes` of a code that does not name its character set: UTF-8 if they are,
 * Shift-JIS if they are and Latin-1 has no letters for them, else Latin-1. (ISO/IEC 18004 section
 * 7.3.5 says Latin-1; its edition of 2000 said Shift-JIS, and everybody writes UTF-8.)
 */
export function textOf(bytes: Uint8Array): string {
  const utf8 = decoded('utf-8', bytes)
  if (utf8 !== null) return utf8
  // The first bytes of kana and of all but rare kanji, where Latin-1 has control characters.
  const isJapanese = bytes.some((byte) => byte >= 0x81 && byte <= 0x9f)
  return (
    (isJapanese ? decoded('shift_jis', bytes) : null) ?? new TextDecoder('latin1').decode(bytes)
  )
}

function decoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
