import { expect, it } from 'vitest'
import { codeGroups, formatCode } from '@/utils/otp/code-format'

it.each([
  ['1', '1'],
  ['12345', '12345'],
  ['2B5QC', '2B5QC'],
  ['123456', '123 456'],
  ['1234567', '123 4567'],
  ['12345678', '1234 5678'],
  ['123456789', '123 456 789'],
  ['1234567890', '12345 67890'],
])('%s is shown as %j and loses nothing', (code, shown) => {
  expect(formatCode(code)).toBe(shown)
  expect(codeGroups(code).join('')).toBe(code)
})
