import { describe, expect, it } from 'vitest'
import type { Account, Enrolment, Site, VaultDocument } from '@/utils/vault/document'
import {
  beginEnrolment,
  confirmEnrolment,
  noteFilled,
  oldersOf,
  settleEnrolment,
  supersede,
} from '@/utils/vault/enrolment'
import { isUnconfirmed } from '@/utils/vault/unconfirmed'
import { totpAccount, withAccounts } from './samples'

const origin = 'https://github.com'
const site: Site = { origin, match: 'origin', fill: 'arrival' }
const elsewhere: Site = { origin: 'https://evil.example', match: 'origin', fill: 'arrival' }
const nowMs = 5_000

const older: Account = { ...totpAccount('old'), sites: [site] }
const newer: Account = {
  ...totpAccount('new', 'GitHub', 'GEZDGNBVGY3TQOJQ'),
  sites: [site],
  createdAtMs: 2_000,
  enrolment: beginEnrolment(origin, 2_000),
}
const confirmed: Enrolment = { origin, startedAtMs: 2_000, confirmedAtMs: nowMs }
const both = withAccounts(older, newer)

const one = (document: VaultDocument, id: string) =>
  document.accounts.find((account) => account.id === id) ?? expect.fail()
const inTrash = ({ accounts }: VaultDocument) =>
  accounts.filter(({ deletedAtMs }) => deletedAtMs !== null).map(({ id }) => id)

describe('an account that came off a set-up page', () => {
  it('is unconfirmed until the site took a code, also after a fill', () => {
    expect(isUnconfirmed(newer)).toBe(true)
    const filled = one(noteFilled(both, 'new', nowMs), 'new')
    expect(filled.enrolment).toEqual({ origin, startedAtMs: 2_000, filledAtMs: nowMs })
    expect(isUnconfirmed(filled)).toBe(true)
    expect(isUnconfirmed({ ...newer, enrolment: confirmed })).toBe(false)
    expect(isUnconfirmed({ ...newer, deletedAtMs: 3_000 })).toBe(false)
    expect(isUnconfirmed(older)).toBe(false)
  })

  it('has nothing left to ask once it is confirmed and alone', () => {
    const alone = confirmEnrolment(withAccounts(newer), 'new', nowMs)
    expect(one(alone, 'new')).not.toHaveProperty('enrolment')
  })

  it('moves nothing to the trash when it is confirmed: its owner is asked', () => {
    const document = confirmEnrolment(both, 'new', nowMs)
    expect(inTrash(document)).toEqual([])
    expect(one(document, 'new').enrolment).toEqual(confirmed)
    expect(oldersOf(one(document, 'new'), document.accounts)).toEqual([older])
  })

  it('is the one that was chosen last where it was set up, and nowhere else, once', () => {
    const two = withAccounts({ ...newer, sites: [site, elsewhere] })
    const document = confirmEnrolment(two, 'new', nowMs)
    const sites = [{ ...site, chosenAtMs: nowMs }, elsewhere]
    expect(one(document, 'new').sites).toEqual(sites)
    expect(one(confirmEnrolment(document, 'new', nowMs + 1), 'new').sites).toEqual(sites)
  })

  it('stays confirmed since the first time', () => {
    const twice = confirmEnrolment(confirmEnrolment(both, 'new', nowMs), 'new', nowMs + 1)
    expect(one(twice, 'new').enrolment).toEqual(confirmed)
    const settled = settleEnrolment(twice, 'new')
    expect(one(confirmEnrolment(settled, 'new', 9), 'new')).not.toHaveProperty('enrolment')
    expect(one(noteFilled(settled, 'new', 9), 'new')).not.toHaveProperty('enrolment')
    expect(inTrash(settled)).toEqual([])
  })
})

describe('the older account', () => {
  const asked = withAccounts(older, { ...newer, enrolment: confirmed })

  it('goes to the trash when its owner says so, and hands on what was set there', () => {
    const worked: Account = {
      ...older,
      note: 'work',
      tags: ['a'],
      favorite: true,
      sites: [site, { ...site, origin: 'https://gist.github.com', fill: 'request' }],
    }
    const document = supersede(
      withAccounts(worked, { ...newer, enrolment: confirmed }),
      'new',
      'old',
      nowMs,
    )
    expect(inTrash(document)).toEqual(['old'])
    const kept = one(document, 'new')
    expect(kept).toMatchObject({ note: 'work', tags: ['a'], favorite: true, sites: worked.sites })
    expect(kept).not.toHaveProperty('enrolment')
    expect(kept.parameters).toEqual(newer.parameters)
  })

  it('is asked for one by one', () => {
    const oldest = { ...older, id: 'oldest', createdAtMs: 500 }
    const document = supersede(withAccounts(oldest, ...asked.accounts), 'new', 'oldest', nowMs)
    expect(inTrash(document)).toEqual(['oldest'])
    expect(one(document, 'new').enrolment).toEqual(confirmed)
    expect(inTrash(supersede(document, 'new', 'old', nowMs))).toEqual(['oldest', 'old'])
  })

  // The attack: a page sets up "GitHub (ada)", takes its own code, and has the real one go.
  it.each<[string, Partial<Account>, Partial<Account>]>([
    ['of the same name on another site', {}, { sites: [elsewhere] }],
    ['of no site', { sites: [] }, {}],
    ['before the newer one is confirmed', {}, { enrolment: beginEnrolment(origin, 1) }],
    ['when nothing was enrolled', {}, { enrolment: undefined }],
    ['of another name', { label: 'bob' }, {}],
    ['of no name', { issuer: '', label: '' }, { issuer: '', label: '' }],
    ['that came later', { createdAtMs: 3_000 }, {}],
  ])('never goes for a newer one: %s', (_, ofOlder, ofNewer) => {
    const document = withAccounts(
      { ...older, ...ofOlder },
      { ...newer, enrolment: confirmed, ...ofNewer },
    )
    expect(oldersOf(one(document, 'new'), document.accounts)).toEqual([])
    expect(supersede(document, 'new', 'old', nowMs)).toEqual(document)
  })
})
