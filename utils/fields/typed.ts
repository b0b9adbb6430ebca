import type { FieldSnapshot } from './types'

const types = ['text', 'tel', 'number', 'password']

/** Whether it is of a type that codes are typed into. */
export function isTyped({ type }: Pick<FieldSnapshot, 'type'>): boolean {
  return types.includes(type)
}
