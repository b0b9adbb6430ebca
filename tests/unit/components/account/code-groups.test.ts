import { expect, test } from 'vitest'
import { codeGroups } from '@/components/account/code-groups'

test.each([
  ['1', ['1']],
  ['12345', ['12345']],
  ['123456', ['123', '456']],
  ['1234567', ['1234', '567']],
  ['12345678', ['1234', '5678']],
  ['123456789', ['123', '456', '789']],
  ['1234567890', ['12345', '67890']],
  ['2BCDF', ['2BCDF']],
])('%s is read as %j', (code, groups) => {
  expect(codeGroups(code)).toEqual(groups)
})
