import { expect, it } from 'vitest'
import { siteOf } from '@/utils/sites/known/site-of'

it.each([
  ['GitHub', 'GitHub', 'https://github.com'],
  ['github', 'GitHub', 'https://github.com'],
  ['GitHub:alice', 'GitHub', 'https://github.com'],
  ['GitHub.com', 'GitHub', 'https://github.com'],
  ['https://github.com/', 'GitHub', 'https://github.com'],
  ['Google Inc.', 'Google', 'https://accounts.google.com'],
  ['Asana', 'Asana', 'https://asana.com'],
])('takes the issuer %j for %s', (issuer, name, origin) => {
  expect(siteOf(issuer)).toMatchObject({ name, origins: expect.arrayContaining([origin]) })
})

it.each(['', ' ', ':', 'Homebridge 1A:2B', 'GitHub Enterprise', 'My GitHub', 'com', '.'])(
  'is not sure what %j names',
  (issuer) => {
    expect(siteOf(issuer)).toBeNull()
  },
)
