import { describe, expect, it } from 'vitest'
import { type AccountFace, applyEdit } from '@/utils/vault/account-edit'
import type { Account, Site } from '@/utils/vault/document'
import { codeOf } from './error-code'
import { hotpAccount, steamAccount, totpAccount, withAccounts } from './samples'

const site: Site = { origin: 'https://bank.example', match: 'origin', fill: 'arrival' }
const added: Site = { ...site, origin: 'https://new.example' }
const opened: Account = { ...hotpAccount, sites: [site] }
const moved: Account = {
  ...opened,
  note: 'written meanwhile',
  parameters: { ...hotpAccount.parameters, counter: 99 } as Account['parameters'],
  sites: [site, added],
}
const edit = (over: Partial<AccountFace>, now: Account = moved, before: Account = opened) =>
  applyEdit(withAccounts(now), now.id, { before, after: { ...before, ...over } }, 9).accounts[0]

describe('an edit', () => {
  it('of the label leaves all that moved on meanwhile', () => {
    expect(edit({ label: 'grace' })).toEqual({ ...moved, label: 'grace', updatedAtMs: 9 })
  })

  it('of nothing changes nothing', () => {
    expect(edit({})).toEqual({ ...moved, updatedAtMs: 9 })
  })

  it('of the digits leaves the counter', () => {
    const parameters = { ...opened.parameters, digits: 7 } as Account['parameters']
    expect(edit({ parameters })).toMatchObject({ parameters: { digits: 7, counter: 99 } })
  })

  it('of the counter counts', () => {
    const parameters = { ...opened.parameters, counter: 5 } as Account['parameters']
    expect(edit({ parameters })).toMatchObject({ parameters: { digits: 8, counter: 5 } })
  })

  it('of the type takes all of the form', () => {
    const { parameters } = totpAccount('x')
    expect(edit({ parameters })).toMatchObject({ parameters })
  })

  it('of a label leaves a type that was changed meanwhile', () => {
    const now = { ...moved, parameters: steamAccount.parameters }
    expect(edit({ label: 'grace' }, now)).toMatchObject({ parameters: steamAccount.parameters })
  })

  it.each([
    ['takes away the one removed', [], [added]],
    ['changes the one changed', [{ ...site, fill: 'never' }], [{ ...site, fill: 'never' }, added]],
    [
      'adds the one added',
      [site, { ...site, origin: 'https://x.example' }],
      [site, added, { ...site, origin: 'https://x.example' }],
    ],
    ['adds none twice', [site, { ...added, fill: 'never' }], [site, { ...added, fill: 'never' }]],
  ] as [string, Site[], Site[]][])('of the sites %s', (_, sites, expected) => {
    expect(edit({ sites })?.sites).toEqual(expected)
  })

  it('of an account that is gone tells so', async () => {
    const none = () => applyEdit(withAccounts(), 'a', { before: opened, after: opened }, 9)
    expect(await codeOf(none)).toBe('account-missing')
  })
})
