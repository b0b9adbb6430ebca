import { describe, expect, it } from 'vitest'
import { accountById } from '@/utils/vault/accounts'
import { checkedDocument } from '@/utils/vault/checked-document'
import type { Site, VaultDocument } from '@/utils/vault/document'
import { forgetField, rememberChoice, rememberField } from '@/utils/vault/site-memory'
import { codeOf } from './error-code'
import { totpAccount, withAccounts } from './samples'

const nowMs = 9_000
const siteOrigin = 'https://example.org'
const site: Site = { origin: siteOrigin, match: 'origin', fill: 'arrival' }
const other: Site = { ...site, origin: 'https://example.com' }
const document = withAccounts({ ...totpAccount('a'), sites: [other, site] }, totpAccount('b'))
const choice = { accountId: 'a', siteOrigin, userName: 'ada', nowMs }
const siteOf = (edited: VaultDocument) => accountById(edited, 'a').sites[1]

describe('rememberChoice', () => {
  it('notes when and by what user name, at that site of that account alone', () => {
    const edited = rememberChoice(document, choice)
    expect(siteOf(edited)).toEqual({ ...site, chosenAtMs: nowMs, userNames: ['ada'] })
    expect(accountById(edited, 'a').sites[0]).toBe(other)
    expect(accountById(edited, 'a').updatedAtMs).toBe(accountById(document, 'a').updatedAtMs)
    expect(accountById(edited, 'b')).toBe(accountById(document, 'b'))
    expect(checkedDocument(edited)).toEqual(edited)
  })

  it('notes no user name where none was typed', () => {
    expect(siteOf(rememberChoice(document, { ...choice, userName: null }))).toEqual({
      ...site,
      chosenAtMs: nowMs,
    })
  })

  it('has each user name once, the latest last, and the latest eight', () => {
    const names = ['ada', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', ' C ']
    const edited = names.reduce(
      (vault, userName) => rememberChoice(vault, { ...choice, userName }),
      document,
    )
    expect(siteOf(edited)?.userNames).toEqual(['b', 'd', 'e', 'f', 'g', 'h', 'i', ' C '])
  })

  it('changes nothing where the account has no such site', () => {
    expect(rememberChoice(document, { ...choice, siteOrigin: 'https://evil.example' })).toEqual(
      document,
    )
  })
})

describe('the field pointed out', () => {
  it('is remembered at its site, and forgotten without a trace', () => {
    const edited = rememberField(document, 'a', siteOrigin, { id: 'otp' })
    expect(siteOf(edited)).toEqual({ ...site, field: { id: 'otp' } })
    expect(checkedDocument(edited)).toEqual(edited)
    expect(forgetField(edited, 'a', siteOrigin)).toEqual(document)
  })
})

it.each([
  ['rememberChoice', () => rememberChoice(document, { ...choice, accountId: 'none' })],
  ['rememberField', () => rememberField(document, 'none', siteOrigin, {})],
  ['forgetField', () => forgetField(document, 'none', siteOrigin)],
])('%s tells that the account is gone', async (_, edit) => {
  expect(await codeOf(edit)).toBe('account-missing')
})

describe('what a site taught us', () => {
  it.each<Record<string, unknown>>([
    { submit: 'yes' },
    { field: 'input' },
    { userNames: 'ada' },
    { userNames: [1] },
    { chosenAtMs: 1.5 },
  ])('is refused in another shape: %j', (wrong) => {
    const spoilt = { ...totpAccount('a'), sites: [{ ...site, ...wrong } as Site] }
    expect(() => checkedDocument(withAccounts(spoilt))).toThrow('ill-shaped')
  })
})
