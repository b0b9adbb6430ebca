import { describe, expect, it } from 'vitest'
import { findPrompts } from '@/tests/find-prompts'
import type { FieldSnapshot, PromptKind } from '@/utils/fields/types'
import { type Around, fieldOf, fillable, pageOf } from './field'

// What stands beside a field, or above it, and is of another one.

const kindsOf = (fields: readonly FieldSnapshot[], around?: Around): readonly PromptKind[] =>
  findPrompts(pageOf(fields, around)).map(({ kind }) => kind)

describe('a code field under words that are also another field’s', () => {
  it.each([
    ['pl', 'Potwierdź hasłem i kodem z aplikacji', 'Hasło', 'Kod z aplikacji'],
    ['de', 'Passwort und Bestätigungscode eingeben', 'Passwort', '6-stelliger Code'],
    ['ar', 'أدخل كلمة المرور ورمز المصادقة', 'كلمة المرور', 'رمز المصادقة'],
    ['fa', 'رمز عبور و کد تایید را وارد کنید', 'رمز عبور', 'کد تایید دو مرحله ای'],
  ])('%s: is filled, and the password is not', (_, heading, password, code) => {
    const fields = [
      fieldOf({ type: 'password', label: heading, placeholder: password, form: 0 }),
      fieldOf({ placeholder: code, maxLength: 6, inputMode: 'numeric', form: 0 }),
    ]
    expect(fillable(pageOf(fields, { context: 'Two-factor authentication' }))?.fields).toEqual([1])
  })

  it.each([
    ['8 recovery codes left', 'Code 2FA', 'unknown'],
    ['8 recovery codes left', 'Enter your code', 'recovery'],
  ])('is what its placeholder says: under "%s", "%s"', (label, placeholder, kind) => {
    expect(kindsOf([fieldOf({ label, placeholder })])).toEqual([kind])
  })

  it('is filled below the key that is set up', () => {
    const label = 'Secret: KVKFKRCPNZQUYMLXOVYDSQKJKZDTSRLD, code 2FA'
    expect(fillable(pageOf([fieldOf({ label })]))?.fields).toEqual([0])
  })

  it('is filled where what stands before it is of money, but its name and label are not', () => {
    const label = 'Fee amount. Google Authenticator code'
    expect(fillable(pageOf([fieldOf({ name: 'tfa', label })]))?.fields).toEqual([0])
    expect(fillable(pageOf([fieldOf({ name: 'fee', label })]))).toBeNull()
  })
})

describe('a code field beside', () => {
  it('the name of what is set up is filled, and the name is not', () => {
    const context = 'Scan this QR code in your TOTP application'
    const name = fieldOf({ name: 'TOTPName', label: 'Choose a name for this TOTP device', form: 0 })
    const code = fieldOf({ name: 'code', label: 'Input the code of your application', form: 0 })
    expect(fillable(pageOf([name, code], { context }))?.fields).toEqual([1])
    for (const label of ['2FA kodu', 'OTP']) {
      expect(fillable(pageOf([fieldOf({ name: 'itemName', label })]))?.fields).toEqual([0])
    }
  })

  it.each<[string, FieldSnapshot]>([
    ['a captcha', fieldOf({ label: '验证码', form: 0 })],
    ['a recovery code', fieldOf({ label: '恢复码', form: 0 })],
    ['a second password', fieldOf({ type: 'password', label: '确认密码', form: 0 })],
  ])('user name, password and %s is filled', (_, fellow) => {
    const fields = [
      fieldOf({ label: '用户名', form: 0 }),
      fieldOf({ type: 'password', label: '密码', form: 0 }),
      fellow,
      fieldOf({ label: '动态口令', form: 0 }),
    ]
    expect(fillable(pageOf(fields))?.fields).toEqual([3])
  })

  it.each([
    ['en', 'Send code'],
    ['en', 'Get a code'],
    ['de', 'Code anfordern'],
    ['de', 'Code senden'],
    ['fr', 'Recevoir le code'],
    ['es', 'Enviar código'],
    ['pt', 'Pedir código'],
    ['it', 'Richiedi codice'],
    ['nl', 'Verstuur code'],
    ['pl', 'Wyślij kod'],
    ['cs', 'Zaslat kód'],
    ['ru', 'Получить код'],
    ['uk', 'Надіслати код'],
    ['tr', 'Kod gönder'],
    ['sv', 'Skicka kod'],
    ['hu', 'Kód küldése'],
    ['ro', 'Trimite codul'],
    ['id', 'Kirim kode'],
    ['ja', 'コードを送る'],
    ['ko', '코드 전송'],
    ['ar', 'ارسل الرمز'],
    ['fa', 'ارسال کد ورود'],
    ['he', 'שלח קוד'],
  ])('%s: an address and "%s" is a sent code’s', (_, actions) => {
    const email = fieldOf({ type: 'email', name: 'email', label: 'E-mail', actions, form: 0 })
    const code = fieldOf({ name: 'otp', label: 'OTP', actions, form: 0 })
    expect(kindsOf([email, code])).toEqual(['sent'])
  })

  it('"Send code" alone is not: it may mean the code that is typed', () => {
    expect(
      kindsOf([fieldOf({ name: 'otp', label: 'OTP', actions: 'Send code', form: 0 })]),
    ).toEqual(['unknown'])
  })
})

describe('a field to log in with', () => {
  const said = 'Enter your password and the code from your authenticator app'
  const user = { placeholder: 'User', label: said, form: 0 }
  const password = { type: 'password', name: 'password', label: said, form: 0 }
  it.each<[string, readonly Partial<FieldSnapshot>[]]>([
    ['user and password', [user, password]],
    ['an address by its name alone', [{ name: 'email', label: said, form: 0 }, password]],
    ['nothing and a password', [{ label: said, form: 0 }, password]],
    ['a password shown as dots', [{ ...password, placeholder: '••••••••' }]],
    [
      'a password to switch it off',
      [{ type: 'password', name: 'pw', label: 'Disable two-factor authentication', form: 0 }],
    ],
    [
      'a password in Chinese',
      [{ type: 'password', label: '请输入密码和身份验证器应用中的验证码', form: 0 }],
    ],
    [
      'a user under a heading',
      [{ ...user, label: 'This site requires two-factor authentication' }, password],
    ],
  ])('gets no code: %s', (_, facts) => {
    expect(fillable(pageOf(facts.map(fieldOf), { context: said }))).toBeNull()
  })

  it.each<[string, readonly Partial<FieldSnapshot>[], number]>([
    ['a code before a password', [{ label: '6-digit code', form: 0 }, password], 0],
    ['a password used once', [{ ...password, label: 'One-time password' }], 0],
    ['a code typed unseen', [{ type: 'password', name: 'otp', label: said, form: 0 }], 0],
  ])('does: %s', (_, facts, index) => {
    const page = pageOf(facts.map(fieldOf), { context: 'Open your authenticator app' })
    expect(fillable(page)?.fields).toEqual([index])
  })

  it.each([
    ['Coupon code (scan QR)', 'otp'],
    ['QR code or promo code', 'authCode'],
    ['Secret (Zwei-Faktor-Authentifizierung)', ''],
    ['User/code', ''],
  ])('nor does "%s" (%s)', (label, name) => {
    expect(fillable(pageOf([fieldOf({ label, name })], { context: said }))).toBeNull()
  })

  it.each([
    ['2FA-Code', 'Anmelden | Neues Passwort anfordern'],
    ['Mã OTP để kích hoạt xác thực hai lớp', ''],
    ['Nhập mã mới từ ứng dụng xác thực', ''],
    ['Code', ''],
  ])('"%s" beside "%s" does', (label, actions) => {
    const fields = [fieldOf({ label, actions, form: 0 })]
    expect(fillable(pageOf(fields, { context: 'Google Authenticator code' }))?.fields).toEqual([0])
  })
})

describe('a label', () => {
  it.each([
    'Code aus der Mail',
    'Code uit de mail',
    'Kod z e-maila',
    'Kód z e-mailu',
    'Код из письма',
    'Код з пошти',
    'Koden i mejlet',
    'Sähköpostiin tullut koodi',
    'Az e-mailben kapott kód',
    'Code reçu par téléphone',
    'รหัสจากอีเมล',
    'الرمز المرسل الى البريد',
    'קוד מהמייל',
    'کد تایید ایمیل',
    'Gelen kod',
    'Código en tu correo',
    'Mobile verification code',
  ])('"%s" is of a code that was sent', (label) => {
    expect(kindsOf([fieldOf({ name: 'otp', label })])).toEqual(['sent'])
  })

  it.each([
    'رمز التحقق من الحجز',
    'رمز الدعوة للتحقق',
    'קוד קופון לאימות',
    'کد تایید تخفیف',
    'Mã giảm giá xác nhận',
    'รหัสยืนยันส่วนลด',
    'Код подтверждения из браузера',
    'Code de la salle',
  ])('"%s" is of something else', (label) => {
    expect(fillable(pageOf([fieldOf({ label })], { context: 'Two-factor' }))).toBeNull()
  })

  it.each([
    ['2FA-code of herstelcode', 'unknown'],
    ['Код из приложения или резервный', 'authenticator'],
    ['Herstelcode', 'recovery'],
  ])('"%s" is of a %s code', (label, kind) => {
    expect(kindsOf([fieldOf({ label })])).toEqual([kind])
  })

  it.each([
    ['6-cifret kode', ''],
    ['OTP', ''],
    ['Code', 'افتح تطبيق المصادقة'],
    ['קוד', 'פתחו את אפליקציית האימות'],
  ])('"%s" is of a code to be filled (%s)', (label, context) => {
    expect(fillable(pageOf([fieldOf({ label })], { context }))?.fields).toEqual([0])
  })
})
