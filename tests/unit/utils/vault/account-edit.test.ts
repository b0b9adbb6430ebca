import { describe, expect, it } from 'vitest'
import { type AccountFace, applyEdit, type CodeSettings } from '@/utils/vault/account-edit'
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
const replacing = { trashedId: 'old', nowMs: 9 }
const settingsOf = ({ parameters }: Account) => {
  const { secretBase32: _, ...settings } = parameters
  return settings
}
const faceOf = (account: Account): AccountFace => {
  const { issuer, label, sites } = account
  return { issuer, label, sites, settings: settingsOf(account) }
}
/** What `now` and what is with it become by an edit of a form that was opened with `opened`. */
const editAll = (over: Partial<AccountFace>, secretBase32: string | null, now: Account) => {
  const before = faceOf(opened)
  const after = { ...before, ...over }
  return applyEdit(withAccounts(now), now.id, { before, after, secretBase32 }, replacing).accounts
}
const edit = (over: Partial<AccountFace>, now: Account = moved) => editAll(over, null, now)[0]

describe('an edit', () => {
  it('of the label leaves all that moved on meanwhile', () => {
    expect(edit({ label: 'grace' })).toEqual({ ...moved, label: 'grace', updatedAtMs: 9 })
  })

  it('of nothing changes nothing', () => {
    expect(edit({})).toEqual({ ...moved, updatedAtMs: 9 })
  })

  it('of the digits leaves the counter', () => {
    const settings = { ...settingsOf(opened), digits: 7 } as CodeSettings
    expect(edit({ settings })).toMatchObject({ parameters: { digits: 7, counter: 99 } })
  })

  it('of the counter counts', () => {
    const settings = { ...settingsOf(opened), counter: 5 } as CodeSettings
    expect(edit({ settings })).toMatchObject({ parameters: { digits: 8, counter: 5 } })
  })

  it.each([
    ['TOTP', totpAccount('x')],
    ['Steam', steamAccount],
  ])('of the type to %s takes all of the form, and the secret that is there', (_, other) => {
    const { secretBase32 } = opened.parameters
    const settings = settingsOf(other)
    expect(edit({ settings })?.parameters).toEqual({ ...settings, secretBase32 })
  })

  it('of the secret keeps the rest, and what the account was in the trash', () => {
    const [now, old] = editAll({ label: 'grace' }, 'GEZDGNBV', moved)
    const parameters = { ...moved.parameters, secretBase32: 'GEZDGNBV' }
    expect(now).toEqual({ ...moved, label: 'grace', parameters, updatedAtMs: 9 })
    expect(old).toEqual({ ...moved, id: 'old', deletedAtMs: 9 })
  })

  it('to the secret that is there already leaves nothing in the trash', () => {
    const all = editAll({ label: 'grace' }, moved.parameters.secretBase32, moved)
    expect(all).toEqual([{ ...moved, label: 'grace', updatedAtMs: 9 }])
  })

  it('of the secret loses none that was replaced elsewhere meanwhile', () => {
    const elsewhere = { ...moved, parameters: { ...moved.parameters, secretBase32: 'MFRGG' } }
    const all = editAll({}, 'GEZDGNBV', elsewhere)
    expect(all.map(({ parameters }) => parameters.secretBase32)).toEqual(['GEZDGNBV', 'MFRGG'])
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

  it('of a site leaves what it taught us while the form was open', () => {
    const taught: Site = { ...site, userNames: ['ada'], chosenAtMs: 8 }
    const now = { ...moved, sites: [taught] }
    const sites: Site[] = [{ ...site, fill: 'never' }]
    expect(edit({ sites }, now)?.sites).toEqual([{ ...taught, fill: 'never' }])
  })

  it('that comes back from a draft with copies of the same changes nothing', () => {
    const taught: Site = { ...site, userNames: ['ada'] }
    const face = { ...faceOf(opened), sites: [taught] }
    const copy = { ...face, sites: [{ ...taught, userNames: ['ada'] }] }
    const now = withAccounts({ ...moved, sites: [{ ...taught, userNames: ['ada', 'eve'] }] })
    const same = { before: face, after: copy, secretBase32: null }
    const [edited] = applyEdit(now, opened.id, same, replacing).accounts
    expect(edited?.sites).toEqual([{ ...taught, userNames: ['ada', 'eve'] }])
  })

  it('of an account that is gone tells so', async () => {
    const face = faceOf(opened)
    const nothing = { before: face, after: face, secretBase32: null }
    const none = () => applyEdit(withAccounts(), 'a', nothing, replacing)
    expect(await codeOf(none)).toBe('account-missing')
  })
})
