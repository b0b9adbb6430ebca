import { expect, it } from 'vitest'
import { classify } from '@/utils/qr/classify'

const uri = 'otpauth://totp/Acme:ada?secret=JBSWY3DPEHPK3PXP'

it('an account comes with what is odd about it', () => {
  expect(classify(`${uri}&issuer=Globex`)).toMatchObject({
    kind: 'otpauth',
    account: { issuer: 'Globex', label: 'Acme:ada', parameters: { type: 'totp' } },
    warnings: [{ code: 'issuer-differs' }],
  })
})

it.each([
  [
    'otpauth-migration://offline?data=CjEK',
    { kind: 'migration', uri: 'otpauth-migration://offline?data=CjEK' },
  ],
  [
    'OTPAUTH-MIGRATION://offline?data=CjEK',
    { kind: 'migration', uri: 'OTPAUTH-MIGRATION://offline?data=CjEK' },
  ],
  [' https://example.org/a\n', { kind: 'link', url: 'https://example.org/a' }],
  ['HTTP://example.org', { kind: 'link', url: 'HTTP://example.org' }],
  ['otpauth://totp/a', { kind: 'broken', code: 'secret-missing', detail: {} }],
  [
    'otpauth://yaotp/a?secret=AA',
    { kind: 'broken', code: 'otpauth-type-unknown', detail: { type: 'yaotp' } },
  ],
  [
    'motp://a?secret=00',
    { kind: 'broken', code: 'otpauth-type-unknown', detail: { type: 'motp' } },
  ],
  [
    'otpauth://totp/a?secret=JB1',
    { kind: 'broken', code: 'secret-character', detail: { character: '1', position: 3 } },
  ],
  ['javascript:alert(1)', { kind: 'other' }],
  ['data:text/html,https://example.org', { kind: 'other' }],
  ['WIFI:T:WPA;S:home;P:secret;;', { kind: 'other' }],
  ['steam://rungameid/440', { kind: 'other' }],
  ['JBSWY3DPEHPK3PXP', { kind: 'other' }],
  ['', { kind: 'other' }],
])('%j is told apart', (text, payload) => {
  expect(classify(text)).toEqual(payload)
})
