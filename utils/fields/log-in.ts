import { authenticator, code, noun, password, qualifier } from './lists'
import type { Reading } from './reading'
import { both, has, placesOf, type Said } from './said'
import type { FieldSnapshot } from './types'

/**
 * Whether a field is for a user's name or password, though words above it speak of a code: that of
 * the next field, or of the next page. `next`: the input that follows it.
 */
export function isOfLogIn(reading: Reading, next: FieldSnapshot | undefined): boolean {
  const { fields, names, placeholder, label } = reading
  const [field] = fields
  if (!field || fields.length > 1 || field.autocomplete.includes('one-time')) return false
  const bare = both(names(), placeholder())
  if (has(bare, code | noun | qualifier | authenticator) || isOwn(label())) return false
  if (field.type === 'password') return saysPassword(label()) || namesPassword(names())
  // Names are typed before passwords, into fields for anything.
  if (takesCode(field)) return false
  return nameOfUser.test(bare.plain) || (next?.type === 'password' && next.form === field.form)
}

const nameOfUser = /user|mail|login|account|benutzer|konto|identifiant|usuario|utente/

/** Whether words are about one field: short, and of no password besides. */
function isOwn(label: Said): boolean {
  const words = label.plain.split(' ').length - 2
  return (
    !saysPassword(label) && words < (has(label, noun | password) ? 7 : 3) && has(label, code | noun)
  )
}

/** Whether a password is meant, and not one that is used once. */
function saysPassword(said: Said): boolean {
  const ofCodes = placesOf(said, code)
  return placesOf(said, password).some(
    (at) => !ofCodes.some((from) => from <= at && at < from + 12),
  )
}

function namesPassword(names: Said): boolean {
  return has(names, password) || / (?:pw|pwd|psw|pass|passwd) /.test(names.plain)
}

function takesCode({ type, inputMode, pattern, maxLength }: FieldSnapshot): boolean {
  return type !== 'text' || inputMode !== '' || pattern !== '' || (maxLength ?? 99) < 11
}
