import { base32nopad } from '@scure/base'
import { AppError } from '@/utils/errors/app-error'
import type { Bytes } from './bytes'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** White space, dashes of every kind and invisible characters that come along when text is copied. */
const separator = /[\s\p{Dash_Punctuation}\u00ad\u200b-\u200d\u2060]/u

/** Upper-case, unpadded base32 of `bytes` (RFC 4648 section 6). */
export function toBase32(bytes: Uint8Array): string {
  return base32nopad.encode(bytes)
}

/**
 * The significant characters of base32 as people and programs write it: separators and trailing
 * `=` dropped, upper case. Look-alikes (0 1 8 9) are not guessed. Throws `secret-character` with
 * detail {character, position}, the position counted from 1 in characters of `text`.
 */
export function cleanBase32(text: string): string {
  const characters = [...text]
  const isPadding = (character: string) => character === '=' || separator.test(character)
  const end = characters.findLastIndex((character) => !isPadding(character)) + 1
  return characters.slice(0, end).map(cleanCharacter).join('')
}

function cleanCharacter(character: string, index: number): string {
  if (separator.test(character)) return ''
  // Only ASCII is folded: 'ı'.toUpperCase() is 'I'.
  const upper = /^[a-z]$/.test(character) ? character.toUpperCase() : character
  if (alphabet.includes(upper)) return upper
  throw new AppError('secret-character', 'not a base32 character', {
    character,
    position: index + 1,
  })
}

/**
 * The bytes of base32 (RFC 4648 section 6), read as tolerantly as `cleanBase32`. Bits that do not
 * fill a last byte are dropped, whatever they are: lengths of 1, 3 and 6 modulo 8 are illegal but
 * occur. Throws `secret-character`.
 */
export function fromBase32(text: string): Bytes {
  const characters = cleanBase32(text)
  const bytes = new Uint8Array(Math.floor((characters.length * 5) / 8))
  let bits = 0
  let bitCount = 0
  let offset = 0
  for (const character of characters) {
    bits = ((bits << 5) | alphabet.indexOf(character)) & 0xfff
    bitCount += 5
    if (bitCount < 8) continue
    bitCount -= 8
    bytes[offset] = (bits >> bitCount) & 0xff
    offset += 1
  }
  return bytes
}
