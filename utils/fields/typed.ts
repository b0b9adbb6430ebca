import type { FieldSnapshot } from './types'

/** The types of inputs that codes are typed into; an unknown one is text. */
export const types = ['text', 'tel', 'number', 'password']

/** Whether it is of a type that codes are typed into. */
export function isTyped({ type }: Pick<FieldSnapshot, 'type'>): boolean {
  return types.includes(type)
}
