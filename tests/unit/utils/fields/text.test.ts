import { describe, expect, it } from 'vitest'
import { plainText } from '@/utils/fields/text'

describe('plainText', () => {
  it.each([
    ['txtUserCode', ' txt user code '],
    ['one_time-password[0]', ' one time password 0 '],
    ['  Enter   Code: ', ' enter code '],
    ['', '  '],
    ['Vérification', ' verification '],
    ['İki adımlı', ' iki adımlı '],
    ['６桁', ' 6桁 '],
    ['인증 코드', ' 인증 코드 '],
    ['请输入TFA码', ' 请输入 tfa 码 '],
    ['OTP를 입력', ' otp 를 입력 '],
    ['2段階', ' 2段階 '],
    ['QR코드', ' qr코드 '],
  ])('reads %j as %j', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })
})
