import type { FieldSnapshot } from './types'

/** Whether it is of a type that codes are typed into. */
export function isTyped({ type }: Pick<FieldSnapshot, 'type'>): boolean {
  return /^(?:text|tel|number|password)$/.test(type)
}
