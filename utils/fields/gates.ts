import {
  authenticator,
  code,
  noun,
  other,
  ownWord,
  password,
  pictured,
  qualifier,
  weak,
} from './lists'
import type { Reading } from './reading'
import { areClose, has, type Said } from './scan'
import { saysPin } from './signals'
import { isTyped } from './typed'
import type { FieldSnapshot } from './types'

/** Purposes of autocomplete that are no one-time code. */
const otherPurpose =
  /(?:new|current)-password|username|email|\burl\b|\btel|name|address|postal|cc-|country|bday|organization|transaction/

const otherModes = ['email', 'search', 'url', 'none']

/** Whether facts that cost nothing rule a field out, whatever else speaks for it. */
export function isShut({ fields }: Reading): boolean {
  return fields.some(
    (field) =>
      !isTyped(field) ||
      field.disabled ||
      field.readOnly ||
      (field.autocomplete !== '' && otherPurpose.test(field.autocomplete)) ||
      otherModes.includes(field.inputMode) ||
      // One digit is a box of a split field; two and three are no code.
      [0, 2, 3].includes(field.maxLength ?? -1),
  )
}

/** Whether a field says of itself that it is something else's. */
export function isOther(reading: Reading): boolean {
  const { own, said } = reading
  if (has(own(), other | ownWord) || has(said(), weak)) return true
  // What nobody reads is less sure: "two_factor_secret", "user[code]".
  if (has(own(), weak) && !(has(said(), code) && has(said(), noun))) return true
  return isPassword(reading)
}

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

// A PIN that is always the same one, of so many digits.
function isPin(reading: Reading): boolean {
  const { fields, own } = reading
  return fields[0]?.type === 'password' && saysPin(own()) && !speaksOfCodes(reading)
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

// Some pages misuse one-time-code to keep password managers away from passwords.
function isPassword({ fields, own }: Reading): boolean {
  if (fields[0]?.type !== 'password' || !has(own(), password)) return false
  return !has(own(), code) && !areClose(qualifier, noun, own())
}
