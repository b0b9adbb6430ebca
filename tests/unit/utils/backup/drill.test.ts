import { describe, expect, it } from 'vitest'
import { type Drill, drill } from '@/utils/backup/drill'
import { bareEntry, type ParsedBackup } from '@/utils/backup/parsed-backup'
import { writeBackup } from '@/utils/backup/write-backup'
import { writeOtpauthList } from '@/utils/backup/writers/otpauth-list'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { hotpAccount, steamAccount, totpAccount, withAccounts } from '../vault/samples'
import { access, fullDocument, nowMs, parse } from './backup-samples'

const rehearse = async (document: VaultDocument, against: VaultDocument = document) =>
  drill(await parse(await writeBackup(document, access, nowMs)), against)
const change = (id: string, over: Partial<Account>): VaultDocument => ({
  ...fullDocument,
  accounts: fullDocument.accounts.map((each) => (each.id === id ? { ...each, ...over } : each)),
})
const clean: Partial<Drill> = { missing: [], changed: [], extra: [], problems: 0 }

describe('a restore drill', () => {
  it('of a fresh backup finds it equal to the vault', async () => {
    expect(await rehearse(fullDocument)).toEqual({
      ...clean,
      total: 5,
      restored: 5,
      unsupported: { total: 1, restored: 1 },
      isEqual: true,
    })
  })

  it('names what the backup lacks, and what only it has', async () => {
    const before = withAccounts(totpAccount('a'), hotpAccount)
    const now = withAccounts(totpAccount('a'), steamAccount)
    expect(await rehearse(before, now)).toMatchObject({
      total: 2,
      restored: 1,
      missing: [{ issuer: 'Steam', label: 'ada' }],
      extra: [{ issuer: 'Bank', label: 'ada' }],
      isEqual: false,
    })
  })

  it.each([
    ['a note', change('6f1c', { note: 'another' }), 'details'],
    ['a star', change('6f1c', { favorite: false }), 'details'],
    ['a site', change('6f1c', { sites: [] }), 'details'],
    ['a tag', change('6f1c', { tags: [] }), 'details'],
    ['a name', change('steam', { label: 'eve' }), 'details'],
    ['the trash', change('gone', { deletedAtMs: null }), 'details'],
    [
      'a counter',
      change('hotp', { parameters: { ...hotpAccount.parameters, counter: 42 } as never }),
      'counter',
    ],
  ])('shows that %s changed since', async (_, now, what) => {
    const result = await rehearse(fullDocument, now)
    expect(result).toMatchObject({ total: 5, restored: 5, changed: [{ what }], isEqual: false })
    expect(result.changed).toHaveLength(1)
  })

  it('finds another secret missing, whatever its name', async () => {
    const parameters = { ...steamAccount.parameters, secretBase32: 'GEZDGNBV' }
    const result = await rehearse(fullDocument, change('steam', { parameters }))
    expect(result).toMatchObject({ restored: 4, missing: [{ issuer: 'Steam' }], isEqual: false })
  })

  it('does not mind what the vault learned of a site by itself, nor when', async () => {
    const [site] = fullDocument.accounts[0]?.sites ?? []
    const [, other] = fullDocument.accounts[0]?.sites ?? []
    if (!site || !other) throw new Error('no sites')
    const learned = { ...site, userNames: ['ada'], chosenAtMs: 5, field: { tag: 'input' } }
    const now = change('6f1c', { sites: [learned, other], updatedAtMs: 9 })
    expect((await rehearse(fullDocument, now)).isEqual).toBe(true)
  })

  it('takes each entry once: two accounts with the same codes need two', async () => {
    const twins = withAccounts(totpAccount('a'), { ...totpAccount('b'), label: 'bob' })
    const result = await rehearse(withAccounts(totpAccount('a')), twins)
    expect(result).toMatchObject({ total: 2, restored: 1, missing: [{ label: 'bob' }] })
    const swapped = withAccounts(...twins.accounts.toReversed())
    const other = await rehearse(withAccounts(totpAccount('a')), swapped)
    expect(other).toMatchObject({ restored: 1, missing: [{ label: 'bob' }], changed: [] })
  })

  it('of a list of another kind finds the same accounts, and what it does not hold', async () => {
    const bytes = await writeOtpauthList(fullDocument)
    expect(drill(await parse(bytes), fullDocument)).toMatchObject({
      total: 5,
      restored: 4,
      missing: [{ issuer: 'Old', label: 'ada@example.org' }],
      changed: [
        { issuer: 'Bücher & Söhne', what: 'details' },
        { label: 'bob', what: 'details' },
      ],
      unsupported: { total: 1, restored: 0 },
      isEqual: false,
    })
  })

  it('counts what cannot be read', () => {
    const parsed: ParsedBackup = {
      entries: [{ ...bareEntry, ...steamAccount, recoveryCodes: [], x: {} }],
      unsupported: [],
      problems: [{ position: 2, title: '', code: 'secret-missing', detail: {} }],
      settings: null,
      extra: {},
    }
    expect(drill(parsed, withAccounts(steamAccount))).toMatchObject({ problems: 1, isEqual: false })
  })
})
