import { authenticator, code, noun, pictured, qualifier, recovery } from './lists'
import type { Reading } from './reading'
import { areClose, has, placesOf, type Said, saysPin } from './said'
import { anyClose } from './text'
import type { FieldSnapshot } from './types'

/**
 * Whether a field is for a code that always stays the same, or that tells people from machines, or
 * for what codes are called: asked last, as that is costly to read.
 */
export function isLookAlike(reading: Reading): boolean {
  if (reading.fields.some(({ autocomplete }) => autocomplete.includes('one-time-code')))
    return false
  return isPin(reading) || isCaptcha(reading) || isPictured(reading) || isForName(reading)
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

// "TOTPName", for "a name for this device" that is being set up.
function isForName({ names, said }: Reading): boolean {
  const says = (said: Said) => /(?:name|label|alias|description) /.test(said.plain)
  return says(names()) && says(said()) && !has(said(), noun)
}

// A PIN that is always the same one, of so many digits; boxes that hide them are for such, too.
function isPin(reading: Reading): boolean {
  const { fields, own, said, prose, page } = reading
  if (speaksOfCodes(reading)) return false
  const isUnseen = fields.every(({ type }) => type === 'password')
  if (!isUnseen) return saysPin(said()) && !asksBesidePin(said())
  if (saysPin(own()) || fields.length === 1) return saysPin(own())
  const texts = [said(), prose(), page()]
  if (texts.some((text) => areClose(qualifier, noun, text))) return false
  return !(has(said(), noun) && texts.some((text) => has(text, qualifier)))
}

// "Verification code (PIN)", but no "PIN code of 4 digits".
function asksBesidePin(said: Said): boolean {
  const ofPin = /^.{0,5}(?:pin|пин) /
  const from = (at: number) => said.plain.slice(Math.max(0, at - 4))
  const nouns = placesOf(said, noun).filter((at) => !ofPin.test(from(at)))
  return anyClose(placesOf(said, qualifier), nouns)
}

// "Confirmation code", and beside it: "type what you see in the picture".
function isPictured(reading: Reading): boolean {
  const { own, prose } = reading
  return has(prose(), pictured) && !has(own(), recovery) && !speaksOfCodes(reading)
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
