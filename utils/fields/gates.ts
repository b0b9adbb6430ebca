import { authenticator, code, noun, other, ownWord, password, recovery, weak } from './lists'
import type { Reading } from './reading'
import { asksForCode, has, type Said } from './said'
import { isTyped } from './typed'

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
  const { own, names, said, placeholder } = reading
  // "Fee amount" may stand above a field that both its name and its label call an authenticator's.
  const isSure = has(names(), code) && isOfAuthenticator(said()) && !has(placeholder(), other)
  if (has(own(), ownWord) || (has(said(), other) && !isSure)) return true
  if (has(said(), weak) && !showsKey(said())) return true
  // What nobody reads is less sure: "google-activation-code", "two_factor_secret", "user[code]". But
  // a QR code says nothing against a voucher's.
  if (has(names(), other) && !(has(said(), authenticator) && has(said(), code))) return true
  if (has(names(), weak) && !(has(said(), code) && has(said(), noun))) return true
  // A code by its name or label may be called a TAN, too.
  if (/ tan /.test(own().plain) && !has(own(), code)) return true
  return isPassword(reading)
}

// A QR code says nothing against a voucher's.
function isOfAuthenticator(said: Said): boolean {
  return has(said, authenticator) && has(said, noun) && !/ qr /.test(said.plain)
}

// What is set up stands above the box: "Secret: JBSWY3DPEHPK3PXP, 6-digit code".
function showsKey(said: Said): boolean {
  return keyText.test(said.plain) && asksForCode(said)
}

/** Letters alone may be a long word. */
const keyText = / (?:(?=[a-z]*\d)[a-z2-7]{16}|[a-z]{32})/

// Some pages misuse one-time-code to keep password managers away from passwords.
function isPassword({ fields, own, names, placeholder, fellows, ownOf }: Reading): boolean {
  if (fields[0]?.type !== 'password' || !has(own(), password)) return false
  // "Enter your password and the code of your app" stands above both.
  if (has(placeholder(), password) && !asksForCode(placeholder())) return true
  // "Enter your password and a code", and the code has a field of its own.
  const isForCode = (said: Said) =>
    asksForCode(said) && !has(said, password) && (has(said, authenticator) || !has(said, recovery))
  const isBeside = has(names(), password) && fellows().some((field) => isForCode(ownOf(field)))
  // Some applications have a second password, always the same one, and call it so.
  return isBeside || !asksForCode(own()) || / 2fa (?:password|пароль) /.test(own().plain)
}
