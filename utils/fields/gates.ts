import { anyOf, plainText } from './text'
import type { FieldSnapshot, PageSnapshot } from './types'
import {
  authenticatorWords,
  codeNames,
  codePhrases,
  deliveryWords,
  otherCodes,
  recoveryWords,
} from './words'

/** A reason never to put a code into a field, whatever else speaks for it. */
interface Gate {
  readonly name: string
  readonly shuts: (field: FieldSnapshot, page: PageSnapshot) => boolean
}

const codeTypes = new Set(['text', 'tel', 'number', 'password'])

const hasOtherCode = anyOf(otherCodes)
const hasCodePhrase = anyOf(codePhrases)
const hasCodeName = anyOf(codeNames)
const hasDelivery = anyOf(deliveryWords)
const hasAuthenticator = anyOf(authenticatorWords)
const hasRecovery = anyOf(recoveryWords)
const hasPassword = anyOf(['pass ?words?', 'kennwort', 'passwort', 'mot de passe', '密码', '密碼'])

/** What a field says of itself, as plain text. */
export function ownText(field: FieldSnapshot): string {
  return plainText(`${field.name} | ${field.id} | ${field.label} | ${field.placeholder}`)
}

/** Cheap facts first: a gate that shuts spares the ones behind it. */
const gates: readonly Gate[] = [
  { name: 'type', shuts: (field) => !codeTypes.has(field.type) },
  { name: 'disabled', shuts: (field) => field.disabled },
  { name: 'read only', shuts: (field) => field.readOnly },
  { name: 'autocomplete', shuts: (field) => otherPurpose.test(field.autocomplete) },
  { name: 'input mode', shuts: (field) => /^(?:email|search|url|none)$/.test(field.inputMode) },
  { name: 'too short', shuts: (field) => field.maxLength !== null && isShort(field.maxLength) },
  { name: 'other code', shuts: (field) => hasOtherCode(ownText(field)) },
  { name: 'password', shuts: isPassword },
  { name: 'recovery page', shuts: (field) => hasRecovery(plainText(field.context)) },
  { name: 'sent code', shuts: isDelivered },
  { name: 'not visible', shuts: (field) => !field.visible },
]

/** Purposes of autocomplete that are no one-time code. */
const otherPurpose =
  /(?:new|current)-password|username|email|\burl\b|\btel|name|address|postal|cc-|country|bday|organization/

/** The first gate that shuts for a field, or null if all are open. */
export function shutGate(field: FieldSnapshot, page: PageSnapshot): string | null {
  return gates.find((gate) => gate.shuts(field, page))?.name ?? null
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

function isDelivered(field: FieldSnapshot, page: PageSnapshot): boolean {
  const around = plainText(`${page.title} | ${field.context}`)
  return hasDelivery(around) && !hasAuthenticator(around + ownText(field))
}
