import type { FieldSnapshot } from './types'

/** What names, placeholders and labels of code fields have in them, and many others: a first sieve. */
export const sign =
  /cod|kod|ot[pc]|pass|token|pin|tan|fa|2f|2s|factor|step|auth|verif|digit|recover|backup|[^\0-\x7f]/i

/** What a field says of itself in attributes; a length below 0 is none, as elements have it. */
export type Attributes = Pick<
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
