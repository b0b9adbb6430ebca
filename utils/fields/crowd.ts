import type { FieldSnapshot } from './types'

/** Among more fields than this a prompt that says nothing of itself is not to be told apart. */
const mostFields = 40

/** What names, placeholders and labels of code fields have in them, and many others: a first sieve. */
export const sign =
  /cod|kod|ot[pc]|pass|token|pin|tan|fa|2f|2s|factor|step|auth|verif|digit|recover|backup|[^\0-\x7f]/i

/**
 * Which of so many fields that one can type into are worth a closer look: all, as pages with a
 * prompt have few. In a crowd, as tables and large settings are, only those whose own attributes
 * could be a code's.
 */
export function closerLook(count: number): (field: Attributes) => boolean {
  return count > mostFields ? hasSign : () => true
}

/** What most code fields are called, and few others. */
const likely = /one-time|ot[pc]|2fa|mfa|factor|verif|(?:^| )(?:code|token|pin)(?: |$)/i

/** Whether a field is most likely a code's: a guess for who would else take two steps to it. */
export function isLikely({
  autocomplete,
  name,
  id,
}: Pick<Attributes, 'autocomplete' | 'name' | 'id'>): boolean {
  return likely.test(`${autocomplete} ${name} ${id}`)
}

/** What a field says of itself in attributes; a length below 0 is none, as elements have it. */
type Attributes = Pick<
  FieldSnapshot,
  'name' | 'id' | 'placeholder' | 'autocomplete' | 'inputMode' | 'pattern' | 'maxLength'
>

/** Whether anything in its attributes could be a code field's. */
export function hasSign(field: Attributes): boolean {
  const maxLength = field.maxLength ?? -1
  if (maxLength >= 0 && maxLength <= 10) return true
  if (sign.test(`${field.name} ${field.id}`) || sign.test(field.placeholder)) return true
  return /one-time/.test(field.autocomplete) || field.inputMode !== '' || field.pattern !== ''
}
