import { describe, expect, it } from 'vitest'
import { anyOf, plainText } from '@/utils/fields/text'

describe('plainText', () => {
  it.each([
    ['txtUserCode', ' txt user code '],
    ['one_time-password[0]', ' one time password 0 '],
    ['  Enter   Code: ', ' enter code '],
    ['', '  '],
    ['認証コード', ' 認証コード '],
  ])('reads %j as %j', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })
})

describe('anyOf', () => {
  const hasWord = anyOf(['t?otp', 'pin', '認証'])

  it.each(['otp', 'TOTP', 'otp1', 'enter_otp', 'userPin', 'ご認証を'])(
    'finds a word in %s',
    (text) => {
      expect(hasWord(plainText(text))).toBe(true)
    },
  )

  it.each(['hotplate', 'option', 'spin', 'pinned', ''])('finds none in %j', (text) => {
    expect(hasWord(plainText(text))).toBe(false)
  })
})

describe('anyOf: stars', () => {
  const hasWord = anyOf(['licen[cs]e*', '*code', '*2fa*', 'cvv|cvc'])

  it.each(['licence', 'Licenses', 'passcode', 'code2', 'txtConfigure2FATOTP', 'CVC'])(
    'finds a word in %s',
    (text) => {
      expect(hasWord(plainText(text))).toBe(true)
    },
  )

  it.each(['unlicensed', 'codec', 'cvvs', 'xcvv'])('finds none in %s', (text) => {
    expect(hasWord(plainText(text))).toBe(false)
  })
})
