import { anyOf, plainText } from './text'
import { isTyped } from './typed'
import type { FieldSnapshot } from './types'
import { codeNames, codePhrases, otherCodes } from './words'

/** A reason never to put a code into a field, whatever else speaks for it. */
type Gate = (field: FieldSnapshot) => boolean

const hasOtherCode = anyOf(otherCodes)
const hasCodePhrase = anyOf(codePhrases)
const hasCodeName = anyOf(codeNames)
const hasPassword = anyOf(['pass ?words?', 'kennwort', 'passwort', 'mot de passe', '密码', '密碼'])

/** What a field says of itself, as plain text. */
export function ownText(field: FieldSnapshot): string {
  return plainText(`${field.name} | ${field.id} | ${field.label} | ${field.placeholder}`)
}

/** Cheap facts first: a gate that shuts spares the ones behind it. */
const gates: readonly Gate[] = [
  (field) => !isTyped(field),
  (field) => field.disabled,
  (field) => field.readOnly,
  (field) => otherPurpose.test(field.autocomplete),
  (field) => /^(?:email|search|url|none)$/.test(field.inputMode),
  (field) => field.maxLength !== null && isShort(field.maxLength),
  (field) => hasOtherCode(ownText(field)),
  isPassword,
  (field) => !field.visible,
]

/** Purposes of autocomplete that are no one-time code. */
const otherPurpose =
  /(?:new|current)-password|username|email|\burl\b|\btel|name|address|postal|cc-|country|bday|organization/

/** Whether nothing rules a field out. */
export function isOpen(field: FieldSnapshot): boolean {
  return gates.every((shuts) => !shuts(field))
}

// One digit is a box of a split field; two and three are no code.
function isShort(maxLength: number): boolean {
  return maxLength === 0 || maxLength === 2 || maxLength === 3
}

// Some pages misuse one-time-code to keep password managers away from passwords.
function isPassword(field: FieldSnapshot): boolean {
  if (field.type !== 'password') return false
  const own = ownText(field)
  return hasPassword(own) && !hasCodePhrase(own) && !hasCodeName(own)
}
