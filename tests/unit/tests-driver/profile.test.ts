import { expect, test } from 'vitest'
import { patternOf } from '@/tests/driver/profile'

test.each([
  ['https://a.example', 'https://a.example/*'],
  ['https://a.example:8443', 'https://a.example/*'],
  ['http://127.0.0.1:3000/login', 'http://127.0.0.1/*'],
  ['https://*/*', 'https://*/*'],
])('the pattern of %s covers its host without a port', (origin, pattern) => {
  expect(patternOf(origin)).toBe(pattern)
})
