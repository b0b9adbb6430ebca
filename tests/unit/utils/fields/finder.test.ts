import { describe, expect, it } from 'vitest'
import { finderOf } from '@/utils/fields/finder'
import { anyClose, plainText } from '@/utils/fields/text'

describe('finderOf', () => {
  const words = finderOf('t?otp pin 認証')

  it.each(['otp', 'TOTP', 'otp1', 'enter_otp', 'userPin', 'ご認証を'])(
    'finds a word in %s',
    (text) => {
      expect(words.has(plainText(text))).toBe(true)
    },
  )

  it.each(['hotplate', 'option', 'spin', 'pinned', ''])('finds none in %j', (text) => {
    expect(words.has(plainText(text))).toBe(false)
  })
})

describe('finderOf: stars', () => {
  const words = finderOf('licen[cs]e* *code *2fa* cvv|cvc')

  it.each(['licence', 'Licenses', 'passcode', 'code2', 'txtConfigure2FATOTP', 'CVC'])(
    'finds a word in %s',
    (text) => {
      expect(words.has(plainText(text))).toBe(true)
    },
  )

  it.each(['unlicensed', 'codec', 'cvvs', 'xcvv'])('finds none in %s', (text) => {
    expect(words.has(plainText(text))).toBe(false)
  })
})

describe('finderOf: places', () => {
  const codes = finderOf('codes?')
  const verifies = finderOf('verif*')

  it.each([
    ['Verification code', true],
    ['The code to verify', true],
    ['Verify your e-mail address and have a look at all codes', false],
    ['Code', false],
  ])('of words in %j are close to each other: %s', (text, expected) => {
    const plain = plainText(text)
    expect(anyClose(verifies.places(plain), codes.places(plain))).toBe(expected)
  })
})
