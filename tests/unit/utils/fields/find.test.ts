import { describe, expect, it } from 'vitest'
import { findPrompts } from '@/tests/find-prompts'
import { likelyFields } from '@/utils/fields/find'
import { reasons } from '@/utils/fields/reasons'
import { signals, threshold } from '@/utils/fields/signals'
import type { FieldSnapshot } from '@/utils/fields/types'
import weights from '@/utils/fields/weights.json'
import { type Around, boxesOf, fieldOf, fillable, pageOf, prompt } from './field'

type Row = readonly [what: string, facts: Partial<FieldSnapshot>, around?: Around]

const withWords = ([what, facts, around = {}]: Row) => [what, facts, around] as const

const found: readonly Row[] = [
  ['autocomplete', { autocomplete: 'one-time-code' }],
  ['autocomplete among other tokens', { autocomplete: 'section-login one-time-code' }],
  ['a name', { name: 'otp' }],
  ['a name in camelCase', { id: 'txtConfigure2FATOTP' }],
  ['a name with dashes', { name: 'guac-totp' }],
  ['a name in words', { name: 'one_time_password' }],
  ['a numbered name', { name: '2fa1' }],
  ['Mfa in a name', { id: 'userMfaCode' }],
  ['a label', { label: 'Enter your 2FA code' }],
  ['an authenticator in the label', { label: 'Code from your authenticator' }],
  ['a placeholder', { placeholder: 'MFA verification code' }],
  ['German', { label: 'Bestätigungscode', name: 'code' }],
  ['French', { label: 'Code de vérification' }],
  ['Spanish', { label: 'Código de verificación' }],
  ['Japanese', { placeholder: '認証コード' }],
  ['Chinese', { placeholder: 'MFA 验证码' }],
  ['Russian', { label: 'Код', name: 'code' }, { context: 'Двухфакторная аутентификация' }],
  ['Catalan', { label: 'Codi de verificació' }],
  ['Persian', { label: 'کد برنامه احراز هویت' }],
  ['the code of an app, in Polish', { label: 'Kod z aplikacji' }],
  ['the code of an app, in Croatian', { label: 'Kod iz aplikacije' }],
  ['a name, below a label in a script that is not known here', { name: 'otp', label: 'ລະຫັດ ຫົກ' }],
  ['a vague name on a page that asks', { name: 'code', label: 'Code' }, prompt],
  ['a vague name, the page named by its title', { name: 'token' }, { title: 'MFA' }],
  ['a vague name, the page named by its path', { name: 'code' }, { path: '/login/2fa' }],
  ['a shape on a page that asks', { maxLength: 6 }, prompt],
  ['six digits as placeholder', { placeholder: '123 456' }, prompt],
  ['a pattern of digits', { pattern: '[0-9]{6}' }, prompt],
  ['type number', { type: 'number', name: 'otp' }],
  ['type tel', { type: 'tel', name: 'otp' }],
  ['a placeholder of crosses', { name: 'code', placeholder: 'XXXXXX' }, prompt],
  ['a label of its own beside a telling name', { name: 'two_factor_secret', label: '2FA code' }],
  ['a name in two words', { name: 'user[code]', label: 'Two-factor code' }],
  [
    'an authenticator’s label beside a name of many',
    { id: 'google-activation-code', label: 'Google Authenticator code' },
  ],
  ['a code by its label, a TAN by its name', { name: 'tan', label: '2FA code' }, prompt],
  [
    'a TAN by its label, a code by its name',
    { name: 'otp', label: 'Mobile TAN' },
    { context: 'One-time code' },
  ],
  ['an authenticator by its maker', { label: 'FortiToken code or SMS code' }, prompt],
  [
    'a PIN that is used once',
    { name: 'pin', label: 'PIN' },
    { context: 'The one-time PIN of your authenticator' },
  ],
  ['a PIN that is a verification code', { name: 'code', label: 'Verification code (PIN)' }],
  ['a code of a session', { name: 'session[code]', label: 'Two-factor code' }],
  [
    'a code on the page of a television company',
    { label: '6-digit verification code' },
    { context: 'Digital television, internet and phone' },
  ],
  [
    'a code of a page that may be bypassed',
    { label: '2FA code' },
    { context: 'Bypass this step on this device for 30 days' },
  ],
  [
    'a code below the key that was shown',
    { name: 'code', label: 'Secret: JBSWY3DPEHPK3PXP 6-digit code' },
    prompt,
  ],
  ['an acronym that Chinese sets no space after', { placeholder: '你的TFA码' }],
  ['dots for digits', { type: 'password', name: 'otp', label: 'One-time password' }],
]

const refused: readonly Row[] = [
  ['a text field', {}],
  ['a name on a page that asks', { label: 'Device name' }, prompt],
  ['a hidden field', { type: 'hidden', name: 'otp' }],
  ['a field nobody sees', { visible: false, name: 'otp' }],
  ['a disabled field', { disabled: true, name: 'otp' }],
  ['a field to read only', { readOnly: true, name: 'otp' }],
  ['type email', { type: 'email', autocomplete: 'one-time-code' }],
  ['type search', { type: 'search', name: 'otp' }],
  ['type url', { type: 'url', name: 'otp' }],
  ['a check box', { type: 'checkbox', name: 'totp' }],
  ['an e-mail keyboard', { inputMode: 'email', name: 'otp' }],
  ['a new password', { type: 'password', autocomplete: 'new-password', name: 'otp' }],
  ['a user name', { autocomplete: 'username', name: 'otp' }],
  [
    'a password that says one-time-code',
    { type: 'password', autocomplete: 'one-time-code', label: 'Password' },
  ],
  ['a recovery code', { label: 'Recovery code', autocomplete: 'one-time-code' }, prompt],
  ['a backup code', { name: 'backup_code' }, prompt],
  [
    'a page that wants a recovery code',
    { name: 'code', autocomplete: 'one-time-code' },
    { context: 'Enter a recovery code' },
  ],
  ['a code sent by SMS', { name: 'sms-code', autocomplete: 'one-time-code' }],
  [
    'a code sent by mail',
    { name: 'code', autocomplete: 'one-time-code' },
    { context: 'We sent an email. Check your inbox' },
  ],
  ['a coupon', { name: 'code', label: 'Coupon code' }, prompt],
  ['a postal code', { name: 'code', label: 'ZIP code', maxLength: 6 }, prompt],
  [
    'a code that a television shows',
    { label: 'Six-digit code from TV', autocomplete: 'one-time-code', inputMode: 'numeric' },
  ],
  ['a captcha', { name: 'code', placeholder: 'Captcha' }, prompt],
  [
    'a code of access',
    { type: 'password', name: 'access_code', label: 'Kode Akses' },
    { path: '/verify' },
  ],
  ['the back of a card', { name: 'cvc', maxLength: 3 }, prompt],
  ['a licence key', { label: 'License key' }, prompt],
  ['an API token', { label: 'API token', type: 'password' }, prompt],
  ['a name that only contains the letters', { name: 'hotplate_option' }],
  ['an option', { name: 'option', id: 'foot-print' }],
  ['a secret', { name: 'secret', label: 'Code of the shop' }, prompt],
  ['a key', { name: 'totp_secret', label: 'Authenticator key' }],
  ['a user name', { name: 'username', label: 'Send one-time code to' }],
  ['a phone', { name: 'phone_number', label: 'Two-factor phone' }],
  ['a search', { name: 'user_search', label: 'Filter by two-factor status' }],
  [
    'a phone number by its mask',
    { label: 'Mobile', placeholder: '(XXX) XXX-XXXX', inputMode: 'numeric' },
    prompt,
  ],
  ['a token of a bot', { name: 'bot_token', label: 'Bot token' }],
  ['a token to register with', { name: 'registration_token' }],
  ['a code of a sheet', { label: 'Enter a code of your backup sheet' }],
  ['a label that is another code’s', { name: 'otp', label: 'User code' }],
  ['a PIN', { type: 'password', label: 'PIN' }, { context: 'Enter your 6-digit PIN' }],
  [
    'a PIN that is seen',
    { name: 'pin', label: 'Trip PIN', maxLength: 6 },
    { context: 'Confirm your PIN' },
  ],
  ['a code of anything', { name: 'code', label: 'Code', maxLength: 6, inputMode: 'numeric' }],
  ['a code of anything, in digits', { name: 'code', placeholder: '123 456' }, { title: 'Join' }],
  [
    'a link code',
    { name: 'code', label: 'Enter your link code' },
    { context: 'Verify your device' },
  ],
  ['a code of a room', { name: 'code', label: 'Code de la salle' }, prompt],
  [
    'a code on another screen',
    { name: 'code', label: '8-digit code' },
    { context: 'Enter the code shown on your TV' },
  ],
  [
    'a code on paper',
    { name: 'code', label: 'Verification code' },
    { context: 'It is printed on the certificate' },
  ],
  [
    'the end of a number',
    { name: 'code', label: 'Last 4 digits of your SSN' },
    { context: 'Verify your identity' },
  ],
  ['a TAN', { name: 'tan', label: 'TAN' }, prompt],
  [
    'a voucher’s code beside a QR code',
    { name: 'voucher_code', label: 'Code next to the QR' },
    prompt,
  ],
  ['a key by its label', { name: 'key', label: 'Authenticator key' }, prompt],
  ['what a QR code holds', { name: 'payload', label: 'Content of the QR code' }],
  ['a key that is shown', { name: 'otp', label: 'Secret JBSWY3DPEHPK3PXP' }, prompt],
  ['a secret code', { name: 'code', label: 'Secret verification code' }, prompt],
  ['a password of a second step', { type: 'password', label: 'Your 2FA password' }, prompt],
  [
    'a code on the screen of a television, in Portuguese',
    { name: 'code', label: 'Código de 6 dígitos' },
    { context: 'Digite o código exibido na tela da sua TV' },
  ],
  ['a secret that is kept', { name: 'totp', label: 'TOTP secret' }, prompt],
  ['a texted code, in Chinese', { label: '手机校验码' }],
  [
    'a code that was texted to phones of Google and Apple',
    { label: '验证码' },
    { context: '验证码已发送至您的手机 支持谷歌安卓和苹果' },
  ],
  [
    'a texted code with more to confirm',
    { label: 'Код' },
    { context: 'Ми надіслали SMS. Введіть код з додатковим підтвердженням' },
  ],
  [
    'a code to be read in a picture',
    { name: 'confirm_code', label: 'Confirmation code' },
    { context: 'Enter the code exactly as you see it in the image' },
  ],
  [
    'a code to be read in a picture, in Bulgarian',
    { name: 'verificationcode' },
    { context: 'Въведете кода от картинката' },
  ],
  [
    'a code with letters, by its example',
    { autocomplete: 'one-time-code', placeholder: 'ABC123' },
    { context: 'Pair this device' },
  ],
  [
    'the password that switches codes off',
    { type: 'password', id: 'disable-2fa-password', label: 'Κωδικός' },
    prompt,
  ],
  ['a field for two characters', { name: 'otp', maxLength: 2 }],
  ['a lone box', { name: 'otp', maxLength: 1 }],
]

describe('findPrompts: one input', () => {
  it.each(found.map(withWords))('finds by %s', (_, facts, around) => {
    const code = fillable(pageOf([fieldOf(facts)], around))
    expect(code?.fields).toEqual([0])
    const weight = code?.reasons.reduce((sum, reason) => sum + reason.weight, 0)
    expect(weight).toBeGreaterThanOrEqual(threshold)
  })

  it.each(refused.map(withWords))('refuses %s', (_, facts, around) => {
    expect(fillable(pageOf([fieldOf(facts)], around))).toBeNull()
  })

  it('finds nothing on a page without fields', () => {
    expect(fillable(pageOf([], prompt))).toBeNull()
  })

  it('takes the code field of a log-in page, not its neighbours', () => {
    const fields = [
      fieldOf({ name: 'login', autocomplete: 'username' }),
      fieldOf({ type: 'password', name: 'password', label: 'Password' }),
      fieldOf({ name: 'totp', placeholder: '123456' }),
    ]
    expect(fillable(pageOf(fields))?.fields).toEqual([2])
  })

  it.each([
    ['Verification code', '', null],
    ['验证码', '', null],
    ['Verification code', 'Two-factor authentication', [2]],
    ['Verification code', 'Open Google Authenticator', [2]],
    ['One-time password', '', [2]],
    ['Authentication code', 'Code from your phone app', [2]],
  ])('takes "%s" beside a user name and a password ("%s") for %j', (label, context, taken) => {
    const fields = [
      fieldOf({ name: 'login', label: 'User name' }),
      fieldOf({ type: 'password', name: 'password', label: 'Password' }),
      fieldOf({ name: 'code', label }),
    ]
    expect(fillable(pageOf(fields, { context }))?.fields ?? null).toEqual(taken)
  })

  it('takes what is as long as a code beside a user name and a password', () => {
    const fields = [
      fieldOf({ name: 'login', label: 'User name' }),
      fieldOf({ type: 'password', name: 'password', label: 'Password' }),
      fieldOf({ label: '6-digit verification code', maxLength: 6, inputMode: 'numeric' }),
    ]
    expect(fillable(pageOf(fields))?.fields).toEqual([2])
  })

  it('takes a PIN that is said to be used once', () => {
    const facts = { type: 'password', label: 'PIN', autocomplete: 'one-time-code', maxLength: 6 }
    expect(
      fillable(pageOf([fieldOf(facts)], { context: 'Enter the 6-digit PIN from your app' })),
    ).not.toBeNull()
  })

  it('takes the field with the weightier reasons', () => {
    const fields = [
      fieldOf({ name: 'token', label: 'Token' }),
      fieldOf({ name: 'otp', label: 'OTP' }),
    ]
    expect(fillable(pageOf(fields, prompt))?.fields).toEqual([1])
  })

  it('has a name and a weight for every signal', () => {
    expect(reasons).toHaveLength(signals.length)
    expect(weights.signals).toHaveLength(signals.length)
  })

  it('says every reason by name', () => {
    const code = fillable(pageOf([fieldOf({ name: 'code', maxLength: 6 })], prompt))
    expect(code?.reasons.map(({ signal }) => reasons[signal]?.[0])).toEqual([
      'name of some code',
      'as long as a code',
      'alone in its form',
      'page asks for a code',
      'page verifies',
    ])
  })

  it('does not look at layout or prose where a field says what else it is', () => {
    const costly = () => {
      throw new Error('looked')
    }
    const field = Object.defineProperties(fieldOf({ name: 'q', label: 'Search' }), {
      visible: { get: costly },
      context: { get: costly },
      box: { get: costly },
    })
    expect(fillable(pageOf([field]))).toBeNull()
  })
})

describe('likelyFields', () => {
  it.each<[boolean, string, readonly FieldSnapshot[]]>([
    [true, 'a code of an authenticator', [fieldOf({ name: 'totp' })]],
    [true, 'a code split over boxes', boxesOf(6, { context: 'Two-factor authentication' })],
    [true, 'a mailed code', [fieldOf({ label: 'SMS verification code' })]],
    [true, 'a recovery code', [fieldOf({ label: 'Recovery code' })]],
    [false, 'a password', [fieldOf({ type: 'password', name: 'password' })]],
    [false, 'a code where nobody sees it', [fieldOf({ name: 'totp', visible: false })]],
  ])('are there, %s, on a page with a field for %s', (expected, _, fields) => {
    expect(likelyFields(pageOf(fields)).length > 0).toBe(expected)
  })

  // What is taken for visible at first may be found to be covered: the prompt beside it is not.
  it('are both of a prompt and a louder one of another kind in the same form', () => {
    const louder = fieldOf({
      autocomplete: 'one-time-code',
      label: 'SMS verification code',
      name: 'sms_otp',
      maxLength: 6,
      inputMode: 'numeric',
      placeholder: '123456',
    })
    const page = pageOf([louder, fieldOf({ name: 'totp', label: 'Authenticator code' })])
    expect(findPrompts(page).map(({ fields, kind }) => [fields, kind])).toEqual([
      [[0], 'sent'],
      [[1], 'authenticator'],
    ])
    expect(likelyFields(page)).toHaveLength(2)
  })
})

it('a field for the password is not for the code that has one of its own beside it', () => {
  const label = 'Enter your password and a code from your authenticator app'
  const asked = fieldOf({ type: 'password', name: 'password', id: 'two_factor', label, form: 0 })
  expect(fillable(pageOf([asked]))?.fields).toEqual([0])
  const recovery = fieldOf({ label: '2FA recovery code', form: 0 })
  expect(fillable(pageOf([asked, recovery]))?.fields).toEqual([0])
  const own = fieldOf({ name: 'two_factor_code', label: '6-digit code', form: 0 })
  expect(fillable(pageOf([asked, own]))?.fields).toEqual([1])
})

it('finds an authenticator’s code by its label in a form of many fields', () => {
  const form = [
    fieldOf({ name: 'user', label: 'User name', form: 0 }),
    fieldOf({ type: 'password', label: 'Password', form: 0 }),
    fieldOf({ name: 'branch', label: 'Branch', form: 0 }),
    fieldOf({ label: 'Google Authenticator code, if you have one', form: 0 }),
  ]
  expect(fillable(pageOf(form))?.fields).toEqual([3])
})

it('finds it beside a password and a picture to read, too', () => {
  const fields = [
    fieldOf({ placeholder: '手机/邮箱' }),
    fieldOf({ type: 'password', placeholder: '密码' }),
    fieldOf({ placeholder: '图形验证码' }),
    fieldOf({ placeholder: '谷歌验证码' }),
  ]
  expect(fillable(pageOf(fields, { title: '登录', path: '/login' }))?.fields).toEqual([3])
})

it('a name of a mailed code says nothing beside a label of an authenticator', () => {
  const form = [
    fieldOf({ name: 'sms_code', label: 'Code of your authenticator app', form: 0 }),
    fieldOf({ name: 'title', label: 'Name of this authenticator', form: 0 }),
  ]
  expect(fillable(pageOf(form))?.fields).toEqual([0])
})

it('does not fill the louder or the quieter of two codes when one of them was sent', () => {
  const form = [
    fieldOf({ autocomplete: 'one-time-code', label: 'SMS verification code', form: 0 }),
    fieldOf({ label: 'Verification code', form: 0 }),
  ]
  expect(fillable(pageOf(form))).toBeNull()
})
