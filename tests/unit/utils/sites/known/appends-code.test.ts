import { expect, it } from 'vitest'
import { appendsCode } from '@/utils/sites/known/appends-code'

it.each([
  ['https://www.usaa.com', true],
  ['https://us.etrade.com', true],
  ['https://auth.redhat.com', true],
  ['https://sso.redhat.com', false],
  ['https://usaa.com.evil.example', false],
  ['https://github.com', false],
  ['http://www.usaa.com', false],
  ['', false],
])('whether %s wants the code behind the password: %s', (origin, appends) => {
  expect(appendsCode(origin)).toBe(appends)
})
