import { describe, expect, it } from 'vitest'
import { bindSite, bindSites } from '@/utils/vault/account-sites'
import {
  accountById,
  addAccount,
  advanceCounter,
  newAccount,
  restoreAccount,
  trashAccount,
  updateAccount,
} from '@/utils/vault/accounts'
import type { Site, VaultDocument } from '@/utils/vault/document'
import { codeOf } from './error-code'
import { hotpAccount, totpAccount, withAccounts } from './samples'

const document = withAccounts(totpAccount('a'), hotpAccount)
const site: Site = { origin: 'https://github.com', match: 'origin', fill: 'arrival' }
const only = (edited: VaultDocument, id: string) => accountById(edited, id)

describe('a new account', () => {
  it('starts with what was scanned, its moment and its sites', () => {
    const { issuer, label, parameters } = totpAccount('x')
    const account = newAccount({ issuer, label, parameters }, { id: 'n', nowMs: 5, sites: [site] })
    expect(account).toMatchObject({ id: 'n', createdAtMs: 5, updatedAtMs: 5, sites: [site] })
    expect(account).toMatchObject({ note: '', tags: [], favorite: false, deletedAtMs: null })
  })

  it('is appended once, however often it is added', () => {
    const once = addAccount(document, totpAccount('b'))
    expect(once.accounts.map(({ id }) => id)).toEqual(['a', 'hotp', 'b'])
    expect(addAccount(once, totpAccount('b', 'Other'))).toEqual(once)
  })
})

describe('edits', () => {
  it('touch the one account and never the document they were given', () => {
    const before = structuredClone(document)
    const edited = updateAccount(document, 'a', { issuer: 'Git', favorite: true }, 9)
    expect(only(edited, 'a')).toMatchObject({ issuer: 'Git', favorite: true, updatedAtMs: 9 })
    expect(only(edited, 'hotp')).toBe(only(document, 'hotp'))
    expect(document).toEqual(before)
  })

  it('keep members of newer versions', () => {
    const newer = withAccounts({ ...totpAccount('a'), icon: 'star' })
    expect(only(updateAccount(newer, 'a', { note: 'n' }, 9), 'a')).toMatchObject({ icon: 'star' })
  })

  it.each([
    ['updateAccount', () => updateAccount(document, 'none', {}, 1)],
    ['trashAccount', () => trashAccount(document, 'none', 1)],
    ['restoreAccount', () => restoreAccount(document, 'none')],
    ['bindSite', () => bindSite(document, 'none', site, 1)],
    ['bindSites', () => bindSites(document, 'none', [site], 1)],
    ['advanceCounter', () => advanceCounter(document, 'none')],
  ])('%s tells that the account is gone', async (_, edit) => {
    expect(await codeOf(edit)).toBe('account-missing')
  })
})

describe('the trash', () => {
  it('takes an account and gives it back as it was', () => {
    const trashed = trashAccount(document, 'a', 9)
    expect(only(trashed, 'a').deletedAtMs).toBe(9)
    expect(restoreAccount(trashed, 'a')).toEqual(document)
  })
})

describe('sites', () => {
  it('are bound once per origin, the last word counts', () => {
    const bound = bindSite(bindSite(document, 'a', site, 1), 'a', { ...site, fill: 'never' }, 2)
    expect(only(bound, 'a').sites).toEqual([{ ...site, fill: 'never' }])
    expect(only(bound, 'a').updatedAtMs).toBe(2)
  })

  it('keep what they taught us when they are bound again', () => {
    const taught: Site = { ...site, submit: true, userNames: ['ada'], chosenAtMs: 1, field: {} }
    const bound = bindSite(bindSite(document, 'a', taught, 1), 'a', { ...site, fill: 'request' }, 2)
    expect(only(bound, 'a').sites).toEqual([{ ...taught, fill: 'request' }])
  })

  it('are told apart by port and scheme', () => {
    const other = { ...site, origin: 'https://github.com:8443' }
    const bound = bindSite(bindSite(document, 'a', site, 1), 'a', other, 2)
    expect(only(bound, 'a').sites).toEqual([site, other])
  })

  it('that are there already stay as they are when several come in', () => {
    const other = { ...site, origin: 'https://gist.github.com' }
    const bound = bindSites(
      bindSite(document, 'a', site, 1),
      'a',
      [{ ...site, fill: 'never' }, other],
      2,
    )
    expect(only(bound, 'a').sites).toEqual([site, other])
  })
})

describe('a counter', () => {
  it('moves one further with each code', () => {
    const { parameters } = only(advanceCounter(document, 'hotp'), 'hotp')
    expect(parameters).toEqual({ ...hotpAccount.parameters, counter: 42 })
  })

  it('is what only HOTP has', () => {
    expect(advanceCounter(document, 'a')).toEqual(document)
  })
})
