import { expect, test } from 'vitest'
import {
  type AccountDraft,
  accountIdOf,
  applyAccountDraft,
  parseAccountDraft,
} from '@/utils/vault/account-draft'
import type { Account, Site } from '@/utils/vault/document'
import { hotpAccount, totpAccount, withAccounts } from './samples'

const site: Site = { origin: 'https://github.com', match: 'origin', fill: 'arrival' }
const elsewhere: Site = { ...site, origin: 'https://gist.github.com' }
const { parameters } = totpAccount('x', 'GitHub', 'GEZDGNBVGY3TQOJQ')
const add: AccountDraft = { kind: 'add', account: totpAccount('a') }
const bind: AccountDraft = { kind: 'bind', accountId: 'a', sites: [site] }
const replace: AccountDraft = {
  kind: 'replace',
  accountId: 'a',
  parameters,
  trashedId: 'old',
  sites: [site],
}

const several: AccountDraft = {
  kind: 'several',
  steps: [add, { kind: 'add', account: totpAccount('b') }, { ...bind, accountId: 'b' }],
}

const edited = { issuer: 'Git', label: 'me', sites: [elsewhere] }

test.each([add, bind, replace, several, { ...replace, sites: [], edited }])(
  'a draft gives back what was reviewed: %#',
  (draft) => {
    expect(parseAccountDraft(structuredClone(draft))).toEqual(draft)
    expect(accountIdOf(draft)).toBe('a')
  },
)

test.each([
  null,
  'text',
  {},
  totpAccount('a'),
  { kind: 'add', account: { ...totpAccount('a'), parameters: { type: 'motp' } } },
  { ...bind, sites: [{ ...site, fill: 'always' }] },
  { ...replace, parameters: { ...parameters, digits: 11 } },
  { kind: 'several', steps: [] },
  { kind: 'several', steps: [several] },
  { kind: 'several', steps: [add, { ...bind, sites: 'all' }] },
])('anything else is refused: %#', (draft) => {
  expect(() => parseAccountDraft(draft)).toThrow(
    expect.objectContaining({ code: 'message-refused' }),
  )
})

test.each([add, bind, replace, several])('applying a draft twice does no harm: %#', (draft) => {
  const once = applyAccountDraft(withAccounts(totpAccount('a')), draft, 9)
  expect(applyAccountDraft(once, draft, 9)).toEqual(once)
})

test('binding touches nothing that was saved since the popup looked', () => {
  const moved = { ...hotpAccount, parameters: { ...hotpAccount.parameters, counter: 99 } }
  const now = withAccounts({ ...moved, note: 'new', sites: [elsewhere] } as Account)
  const draft: AccountDraft = { ...bind, accountId: 'hotp' }
  expect(applyAccountDraft(now, draft, 9).accounts).toMatchObject([
    { note: 'new', parameters: { counter: 99 }, sites: [elsewhere, site] },
  ])
})

test('replacing keeps the sites, adds the one in front, and trashes the old secret', () => {
  const now = withAccounts({ ...totpAccount('a'), sites: [elsewhere] })
  expect(applyAccountDraft(now, replace, 9).accounts).toMatchObject([
    { id: 'a', parameters, sites: [elsewhere, site] },
    { id: 'old', parameters: totpAccount('a').parameters, deletedAtMs: 9 },
  ])
})

test('what was edited beside the new secret is saved with it', () => {
  const now = withAccounts({ ...totpAccount('a'), note: 'kept', sites: [site] })
  const draft: AccountDraft = { ...replace, sites: [], edited }
  expect(applyAccountDraft(now, draft, 9).accounts).toMatchObject([
    { id: 'a', parameters, note: 'kept', ...edited },
    { id: 'old', label: totpAccount('a').label, sites: [site], deletedAtMs: 9 },
  ])
})

test('several are one save: all of them, or none', () => {
  const before = withAccounts(totpAccount('a'))
  expect(applyAccountDraft(before, several, 9).accounts).toMatchObject([
    { id: 'a' },
    { id: 'b', sites: [site] },
  ])
  const gone: AccountDraft = { kind: 'several', steps: [add, { ...bind, accountId: 'gone' }] }
  expect(() => applyAccountDraft(before, gone, 9)).toThrow(
    expect.objectContaining({ code: 'account-missing' }),
  )
})
