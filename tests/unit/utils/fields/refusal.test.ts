import { describe, expect, it } from 'vitest'
import { soundsRefused } from '@/utils/fields/refusal'

const says = (text: string, alerts = '') => soundsRefused({ text, alerts })

describe('soundsRefused', () => {
  it.each([
    'That code is not right. Check your clock, and try the next one.',
    'Invalid verification code',
    "The codes don't match",
    'Two-factor code verification failed. Please try again.',
    'Die eingegebene PIN war nicht korrekt',
    'Der Code ist ungültig.',
    'Le code saisi est incorrect',
    'El código no es válido',
    'Il codice inserito è errato',
    'O código informado é inválido',
    'De code is onjuist',
    'Nieprawidłowy kod weryfikacyjny',
    'Zadaný kód je neplatný',
    'Felaktig kod',
    'Koden er ugyldig',
    'Virheellinen koodi',
    'Kod geçersiz',
    'Неверный код подтверждения',
    'Недействительный код',
    'Λάθος κωδικός',
    'Érvénytelen kód',
    '验证码错误',
    '驗證碼無效',
    'コードが正しくありません',
    '인증 코드가 올바르지 않습니다',
    'الرمز غير صحيح',
    'הקוד שגוי',
    'Mã không hợp lệ',
    'Kode salah',
  ])('hears that a code was not taken: %s', (text) => {
    expect(says(text)).toBe(true)
  })

  it.each([
    'Two-factor is on. Keep these recovery codes where you keep your passport.',
    'Authenticator app activation successful. You will need a valid token to log in again.',
    'Security settings. Wrong address? Tell us. Your invoices, your devices and everything else stand below. Recovery codes: 8 left.',
    'Zwei-Faktor-Authentifizierung ist aktiviert. Ihre Wiederherstellungscodes:',
    '認証アプリを設定しました',
    '',
  ])('takes no other page for a refusal: %s', (text) => {
    expect(says(text)).toBe(false)
  })

  it('believes an alert without the word for a code', () => {
    expect(says('', 'Ungültig')).toBe(true)
    expect(says('', 'Your settings have been saved')).toBe(false)
  })
})
