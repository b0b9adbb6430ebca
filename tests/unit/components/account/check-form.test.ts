import { expect, test } from 'vitest'
import { checkEdit, checkForm, siteOf } from '@/components/account/check-form'
import {
  type AccountFormValues,
  emptyForm,
  toEditValues,
  toFormValues,
} from '@/components/account/form-values'
import type { OtpParameters } from '@/utils/otp/parameters'
import { anAccount } from '../model/fake-vault'

const secret = 'JBSWY3DPEHPK3PXP'
const typed = (over: Partial<AccountFormValues>): AccountFormValues => ({
  ...emptyForm,
  secret,
  ...over,
})

test.each<OtpParameters>([
  { type: 'totp', secretBase32: secret, algorithm: 'SHA256', digits: 8, period: 45 },
  { type: 'hotp', secretBase32: secret, algorithm: 'SHA512', digits: 7, counter: 12 },
  { type: 'steam', secretBase32: secret },
])('an account comes out of the form as it went in: %j', (parameters) => {
  const account = { parameters, issuer: 'Example', label: 'ada' }
  const sites = [{ origin: 'https://example.org', match: 'origin', fill: 'never' } as const]
  expect(checkForm(toFormValues(account, sites))).toEqual({ account, sites })
})

test('a secret may be typed in groups and lower case', () => {
  expect(checkForm(typed({ secret: 'jbsw y3dp-ehpk 3pxp' }))).toMatchObject({
    account: { parameters: { secretBase32: secret } },
  })
})

test.each([
  [{ secret: '' }, 'secret', 'secret-missing'],
  [{ secret: 'JBSWY3DP!' }, 'secret', 'secret-character'],
  [{ digits: '11' }, 'digits', 'digits-out-of-range'],
  [{ period: '0' }, 'period', 'period-out-of-range'],
  [{ type: 'hotp', counter: '-1' }, 'counter', 'counter-out-of-range'],
  [{ newSite: 'http://example.org' }, 'newSite', 'site'],
] as const)('%j is told under the field %s as %s', (over, field, code) => {
  expect(checkForm(typed(over))).toMatchObject({ problem: { field, code } })
})

test('fields that the type does not have are not checked', () => {
  expect(
    checkForm(typed({ type: 'steam', digits: 'x', period: 'x', counter: 'x' })),
  ).toHaveProperty('account')
})

test.each([
  ['example.org', 'https://example.org'],
  [' https://Example.org:8443/login?x#y ', 'https://example.org:8443'],
  ['http://localhost:3000', 'http://localhost:3000'],
])('the address %j is the site %s', (address, origin) => {
  expect(siteOf(address)).toEqual({ origin, match: 'origin', fill: 'arrival' })
})

test.each(['http://example.org', 'javascript:alert(1)', 'https://*.example.org', 'a b'])(
  'codes never go to %j',
  (address) => {
    expect(siteOf(address)).toBe('wrong')
  },
)

test('an address typed but not added counts when saving, once', () => {
  const checked = checkForm(typed({ newSite: 'example.org' }))
  expect(checked).toMatchObject({ sites: [{ origin: 'https://example.org' }] })
  const sites = 'sites' in checked ? checked.sites : []
  expect(checkForm(typed({ sites, newSite: 'https://example.org/' }))).toMatchObject({ sites })
})

test('an edit tells what the form was opened with from what stands in it now', () => {
  const opened = typed({ issuer: 'Bank', label: 'ada', secret: '' })
  expect(checkEdit(opened, { ...opened, label: ' grace ', newSite: 'example.org' })).toMatchObject({
    edit: {
      before: { issuer: 'Bank', label: 'ada', sites: [] },
      after: { issuer: 'Bank', label: 'grace', sites: [{ origin: 'https://example.org' }] },
      secretBase32: null,
    },
  })
})

test('a form is opened for an edit without the secret', () => {
  const parameters = { type: 'steam', secretBase32: secret } as const
  const values = toEditValues(anAccount({ parameters }))
  expect(values).toMatchObject({ secret: '', type: 'steam', issuer: 'Example' })
  expect(JSON.stringify(values)).not.toContain(secret)
})

test.each([
  ['', null],
  ['  ', null],
  ['jbsw y3dp ehpk 3pxp', secret],
])('with %j typed as secret the edit says %j', (given, secretBase32) => {
  const opened = typed({ secret: '' })
  const checked = checkEdit(opened, typed({ secret: given }))
  expect(checked).toMatchObject({ edit: { secretBase32 } })
  // What stands in for the one that is not known never leaves the form.
  const { edit } = checked as { edit: object }
  expect(JSON.stringify({ ...edit, secretBase32: '' })).not.toMatch(/secretBase32":"[^"]/)
})

test('what could not be read when a form was opened counts as changed', () => {
  const edited = checkEdit(typed({ digits: 'x', secret: '' }), typed({ secret: '' }))
  expect(edited).toMatchObject({
    edit: { before: { settings: { type: 'steam' } }, after: { settings: { type: 'totp' } } },
  })
  expect(checkEdit(typed({ secret: '' }), typed({ secret: '1' }))).toHaveProperty('problem')
  expect(checkEdit(typed({ secret: '' }), typed({ secret: '', digits: 'x' }))).toMatchObject({
    problem: { field: 'digits' },
  })
})
