import { expect, test } from 'vitest'
import { hostInSentence, inSentence, plainName } from '@/components/account/in-sentence'

const long = 'accounts.bank.example.signin.oauth.identifier.v2.flow.session.evil.example'

test('a name is cut to a line, never inside a character', () => {
  expect(plainName(long)).toBe(`${long.slice(0, 60)}…`)
  expect(plainName(`${'a'.repeat(59)}😀b`)).toBe(`${'a'.repeat(59)}…`)
  expect(plainName('Heron')).toBe('Heron')
})

test('what would not be seen or would turn the sentence around comes by its number', () => {
  expect(plainName('a\u202eb')).toBe('aU+202Eb')
  expect(inSentence('Heron')).toBe('\u2068Heron\u2069')
})

test('a host is named whole: its end tells whose it is', () => {
  expect(hostInSentence(long)).toBe(`\u2068${long}\u2069`)
  expect(hostInSentence('a\u202eb.example')).toBe('\u2068aU+202Eb.example\u2069')
})
