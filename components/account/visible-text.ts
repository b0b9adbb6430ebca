/** A piece of a name: as it is, or a character that would not be seen, by its number. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unseen'; readonly codePoint: string }

// Control and format characters, line separators, and what Unicode says is drawn as nothing
// (joiners, fillers, tags, variation selectors); the empty Braille cell is missing there.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{2800}]/gu
// A joiner inside an emoji and the selector after one are part of the picture. Alternatives and no
// class: Chromium 156 misses a class of properties that is followed by the end of the text.
const emojiBefore = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\u{fe0f}?$/u
const emojiAfter = /^\p{Extended_Pictographic}/u

/**
 * Most characters of a name that are shown; the rest is cut off with an ellipsis. No host is as long
 * (RFC 1035, section 2.3.4), nor with a port: whose it is tells its end.
 */
const longest = 260

/**
 * Splits a name that came from outside into what can be shown and what would hide: text that
 * turns the direction of reading around or has no width comes out by its number, as U+202E.
 */
export function visibleText(name: string): readonly TextPart[] {
  const parts: TextPart[] = []
  const short = shorten(name)
  let from = 0
  for (const match of short.matchAll(unseen)) {
    if (isPartOfEmoji(short, match.index)) continue
    if (match.index > from) parts.push({ kind: 'text', text: short.slice(from, match.index) })
    parts.push({ kind: 'unseen', codePoint: codePointName(match[0]) })
    from = match.index + match[0].length
  }
  if (from < short.length) parts.push({ kind: 'text', text: short.slice(from) })
  return parts
}

function shorten(name: string): string {
  if (name.length <= longest) return name
  const cut = name.slice(0, longest)
  return `${cut.replace(/[\ud800-\udbff]$/, '')}…`
}

function isPartOfEmoji(text: string, index: number): boolean {
  if (!emojiBefore.test(text.slice(0, index))) return false
  const character = text[index]
  return (
    character === '\ufe0f' || (character === '\u200d' && emojiAfter.test(text.slice(index + 1)))
  )
}

function codePointName(character: string): string {
  const number = character.codePointAt(0) ?? 0
  return `U+${number.toString(16).toUpperCase().padStart(4, '0')}`
}
