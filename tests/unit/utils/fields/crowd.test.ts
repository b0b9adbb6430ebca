import { describe, expect, it } from 'vitest'
import { closerLook } from '@/utils/fields/crowd'
import type { FieldSnapshot } from '@/utils/fields/types'
import { fieldOf } from './field'

const deserves = (given: Partial<FieldSnapshot>, others: number) =>
  closerLook(1 + others)(fieldOf(given))

describe('closerLook', () => {
  it('is for every field where there are few', () => {
    expect(deserves({ name: 'cell' }, 12)).toBe(true)
  })

  it('is for no field that says nothing of itself in a crowd', () => {
    expect(deserves({ name: 'cell', maxLength: 80 }, 50)).toBe(false)
  })

  it.each([
    ['its name', { name: 'otp' }],
    ['its id', { id: 'two-factor' }],
    ['its placeholder', { placeholder: 'Verification code' }],
    ['words in another script', { placeholder: '验证码' }],
    ['its length', { maxLength: 6 }],
    ['being a box', { maxLength: 1 }],
    ['its purpose', { autocomplete: 'one-time-code' }],
    ['its keyboard', { inputMode: 'numeric' }],
    ['its pattern', { pattern: '[0-9]*' }],
  ])('is for a field of a crowd by %s', (_, facts) => {
    expect(deserves({ name: 'cell', ...facts }, 50)).toBe(true)
  })
})
