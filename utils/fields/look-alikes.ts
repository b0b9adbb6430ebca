import { authenticator, code, noun, pictured, qualifier } from './lists'
import type { Reading } from './reading'
import { areClose, has, type Said, saysPin } from './said'
import type { FieldSnapshot } from './types'

/**
 * Whether a field is for a code that always stays the same, or that tells people from machines, by
 * where it stands: asked last, as that is costly to read.
 */
export function isLookAlike(reading: Reading): boolean {
  if (reading.fields.some(({ autocomplete }) => autocomplete.includes('one-time-code')))
    return false
  return isPin(reading) || isCaptcha(reading) || isPictured(reading)
}

/** Whether anything on the page speaks of codes that are used once, or of what makes them. */
function speaksOfCodes({ own, page, prose }: Reading): boolean {
  return [own, page, prose].some((said) => hasOwnCode(said()))
}

// "Verification code": pictures have those too.
function hasOwnCode({ plain, hits }: Said): boolean {
  return hits.some(
    ([at, lists]) =>
      (lists & authenticator) !== 0 ||
      ((lists & code) !== 0 && !/^ ?verif/.test(plain.slice(at, at + 6))),
  )
}

// A PIN that is always the same one, of so many digits; boxes that hide them are for such, too.
function isPin(reading: Reading): boolean {
  const { fields, own, said, prose, page } = reading
  const isUnseen = fields.every(({ type }) => type === 'password')
  if (saysPin(isUnseen ? own() : said())) return !speaksOfCodes(reading)
  if (fields.length === 1 || !isUnseen || speaksOfCodes(reading)) return false
  return ![said, prose, page].some((text) => areClose(qualifier, noun, text()))
}

// "Confirmation code", and beside it: "type what you see in the picture".
function isPictured(reading: Reading): boolean {
  return has(reading.prose(), pictured) && !speaksOfCodes(reading)
}

// Beside a user name and a password, and not a word of a second step.
function isCaptcha(reading: Reading): boolean {
  const { fields, fellows, own } = reading
  // As long as a code, in digits: pictures show shorter ones, and letters.
  const isCodeLike = ({ inputMode, maxLength }: FieldSnapshot) =>
    inputMode === 'numeric' || (maxLength !== null && maxLength >= 6 && maxLength <= 8)
  if (fields.length > 1 || fields.some(isCodeLike)) return false
  const others = fellows()
  if (others.length < 2 || !others.some(({ type }) => type === 'password')) return false
  return areClose(qualifier, noun, own()) && !speaksOfCodes(reading)
}
