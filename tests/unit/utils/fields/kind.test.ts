import { describe, expect, it } from 'vitest'
import { findPrompts } from '@/tests/find-prompts'
import type { FieldSnapshot, PromptKind } from '@/utils/fields/types'
import { type Around, fieldOf, pageOf, prompt } from './field'

const kinds: readonly (readonly [
  kind: PromptKind,
  facts: Partial<FieldSnapshot>,
  around?: Around,
])[] = [
  ['unknown', { name: 'otp' }],
  ['authenticator', { name: 'otp' }, { context: 'Open your authenticator app' }],
  ['sent', { name: 'otp' }, { context: 'We have sent you a code by SMS' }],
  ['sent', { label: 'SMS verification code' }],
  ['recovery', { name: 'recovery_code' }, { context: 'Two-factor authentication' }],
  ['recovery', { name: 'otp' }, { context: 'Enter one of your recovery codes' }],
  ['sent', { label: '6-digit code' }, { title: 'Account recovery', context: 'We sent a code' }],
  [
    'authenticator',
    { name: 'code' },
    { title: 'Emergency code 112', context: 'The code of your authenticator' },
  ],
  [
    'sent',
    { name: 'otp' },
    { context: 'Account recovery. Check your inbox, we have sent you a code' },
  ],
  ['recovery', { name: 'otp' }, { context: 'We sent you recovery codes. Enter a recovery code' }],
  ['sent', { name: 'otp', label: 'WhatsApp verification code' }],
  ['sent', { name: 'otp' }, { context: 'Írja be az emailben kapott kódot' }],
  ['sent', { name: 'otp' }, { context: 'Изпратихме Ви имейл с код. Изпрати нов код' }],
  ['sent', { label: 'OTP code', actions: 'Send OTP' }, prompt],
  ['sent', { label: 'Nhập mã OTP', actions: 'Gửi mã OTP' }],
  ['sent', { label: '인증번호', actions: '인증 요청' }, prompt],
  ['authenticator', { label: 'Kód z aplikácie' }],
  ['authenticator', { label: 'Codul din aplicație' }],
  ['authenticator', { label: 'Код от приложението' }],
  [
    'authenticator',
    { name: 'otp', placeholder: 'X7K2P' },
    { context: 'Steam Guard authenticator' },
  ],
  ['unknown', { label: 'OTP or recovery code' }],
  ['unknown', { label: 'Einmalpasswort oder Wiederherstellungscode' }],
  ['authenticator', { label: 'Código TOTP o backup' }],
  ['recovery', { name: 'otp', label: 'Recovery code or backup code' }],
  ['recovery', { label: 'A code of your backup sheet' }],
  ['recovery', { label: 'Static token', placeholder: 'Please enter your code' }],
  ['unknown', { label: 'Auth/backup code', placeholder: '6-digit code/8-digit backup code' }],
  ['authenticator', { id: 'sms_code', label: 'Code' }, { context: 'Open your authenticator app' }],
  ['sent', { id: 'sms_code', label: 'Code' }, prompt],
  ['sent', { id: 'sms_code', label: 'Code' }, { context: 'Or sign in with a QR code' }],
  ['recovery', { label: '8-digit code' }, { context: 'Enter one of your backup codes' }],
  ['recovery', { label: 'Verification code' }, { context: 'One of your 8-digit backup codes' }],
  ['unknown', { label: 'One-time password' }, { title: 'Proxmox Backup Server' }],
  ['unknown', { label: 'OTP code' }, { path: '/static/login.html' }],
  [
    'unknown',
    { label: '6-digit verification code' },
    { context: 'Lost your phone? Use a recovery key' },
  ],
  ['recovery', { label: 'Two-factor code' }, { path: '/two_factor/scratch' }],
  [
    'recovery',
    { name: 'otp_attempt', label: 'Code' },
    { path: '/login/2fa/backup-code', context: '2FA. Enter one of the codes you printed.' },
  ],
  ['unknown', { name: 'mfaCodeOrMfaRecoveryCode', label: 'Code' }],
  [
    'unknown',
    {
      name: 'token',
      label:
        'Enter a code from your authentication device to verify: Don’t have access to your device? You can enter recovery tokens in this field.',
    },
  ],
  [
    'unknown',
    { name: 'twofa_code', label: 'Code' },
    {
      path: '/my/twofa/backup_codes/confirm',
      context: 'Generate backup codes | Please enter your two-factor authentication code.',
    },
  ],
  [
    'authenticator',
    { label: 'Two-factor code' },
    { path: '/account/recover', context: 'Open your authenticator app' },
  ],
]

describe('findPrompts: which kind of code', () => {
  it.each(kinds.map(([kind, facts, around = {}]) => [kind, facts, around] as const))(
    '%s: %j %j',
    (kind, facts, around) => {
      expect(findPrompts(pageOf([fieldOf(facts)], around)).map((each) => each.kind)).toEqual([kind])
    },
  )

  it('takes what is said of recovery codes printed on paper for no reason against them', () => {
    const context = 'Enter one of the backup codes you printed on paper'
    const [found] = findPrompts(pageOf([fieldOf({ label: 'Backup code', context })]))
    expect(found?.kind).toBe('recovery')
  })

  it('takes what is said of recovery codes for their own field, where there is one', () => {
    const fields = [
      fieldOf({ name: 'otp', label: 'Code', context: 'Or use a backup code' }),
      fieldOf({ name: 'lookup_secret', label: 'Backup code' }),
    ]
    const [found] = findPrompts(pageOf(fields.slice(0, 1)))
    expect(found?.kind).toBe('recovery')
    const both = findPrompts(pageOf(fields)).find(({ fields }) => fields[0] === 0)
    expect(both?.kind).toBe('unknown')
    const email = fieldOf({ type: 'email', name: 'mail', label: 'Recovery email' })
    const [beside] = findPrompts(pageOf([...fields.slice(0, 1), email]))
    expect(beside?.kind).toBe('recovery')
  })

  it('names at most one prompt of each form, the weightiest first', () => {
    const fields = [
      fieldOf({ name: 'token', form: 0 }),
      fieldOf({ name: 'otp', label: 'OTP', form: 0 }),
      fieldOf({ name: 'code', label: 'Recovery code', form: 1 }),
    ]
    const found = findPrompts(pageOf(fields, { title: 'Two-factor authentication' }))
    expect(found.map((prompt) => prompt.fields)).toEqual([[1], [2]])
  })
})

it('names what asks for an authenticator’s code and what asks for a recovery code in one form', () => {
  const fields = [
    fieldOf({ name: 'totp' }),
    fieldOf({ name: 'recovery_code', label: 'Recovery code' }),
  ]
  const found = findPrompts(pageOf(fields, prompt))
  expect(found.map(({ fields, kind }) => [fields, kind])).toEqual([
    [[0], 'authenticator'],
    [[1], 'recovery'],
  ])
})

it('tells the mailed code from the authenticator’s where a form asks for both', () => {
  const context = 'Both codes, that of your mailbox and that of your authenticator app'
  const form = [
    fieldOf({ name: 'email_code', label: 'Verification code', context, form: 0 }),
    fieldOf({ name: 'google_code', label: 'Google Authenticator code', context, form: 0 }),
  ]
  const prompts = findPrompts(pageOf(form)).map(({ fields, kind }) => [fields[0], kind])
  expect(new Map(prompts as [number, string][])).toEqual(
    new Map([
      [0, 'sent'],
      [1, 'authenticator'],
    ]),
  )
})
