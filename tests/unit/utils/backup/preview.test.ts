import { describe, expect, it } from 'vitest'
import { apply, type Chosen } from '@/utils/backup/apply'
import { bareEntry, type ImportedEntry, type ParsedBackup } from '@/utils/backup/parsed-backup'
import { compare } from '@/utils/backup/preview'
import { newAccount, trashAccount } from '@/utils/vault/accounts'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { hotpAccount, totpAccount, withAccounts } from '../vault/samples'
import { chooseFresh, nowMs } from './backup-samples'

function entryOf(account: Account, change: Partial<ImportedEntry> = {}): ImportedEntry {
  const { id, issuer, label, parameters } = account
  return { ...bareEntry, id, issuer, label, parameters, ...change }
}

function parsed(...entries: readonly ImportedEntry[]): ParsedBackup {
  return { entries, unsupported: [], problems: [], settings: null, extra: {} }
}

const known = totpAccount('a')
const document = withAccounts(known, hotpAccount)
const newSecret = entryOf(totpAccount('n', 'GitHub', 'GEZDGNBV'))
const nothing: Chosen = {
  entries: [],
  replacements: [],
  unsupported: [],
  settings: null,
  extra: {},
}
const newId = () => 'made-up'
const add = (to: VaultDocument, ...entries: readonly ImportedEntry[]) =>
  apply(to, { ...nothing, entries }, nowMs, newId)

describe('a comparison', () => {
  it('calls fresh what the vault does not have', () => {
    const entry = entryOf(totpAccount('n', 'GitLab', 'GEZDGNBV'))
    expect(compare(parsed(entry), document)).toMatchObject({ fresh: [entry], same: [] })
  })

  it('calls same what gives the same codes, whatever its name', () => {
    const entry = entryOf(known, { issuer: 'Renamed' })
    expect(compare(parsed(entry), document)).toMatchObject({ fresh: [], same: [entry] })
  })

  it('shows another secret under a known name beside what is there, without its secret', () => {
    const { differing } = compare(parsed(newSecret), document)
    expect(differing).toMatchObject([{ entry: newSecret, existing: { id: 'a' } }])
    expect(JSON.stringify(differing[0]?.existing)).not.toContain('JBSWY3DP')
  })

  it('shows a known secret with other digits', () => {
    const eight = entryOf(known, { parameters: { ...known.parameters, digits: 8 } as never })
    expect(compare(parsed(eight), document).differing).toHaveLength(1)
  })

  it.each([
    ['behind', 40, 'same'],
    ['equal', 41, 'same'],
    ['ahead', 42, 'differing'],
  ] as const)('calls a counter that is %s %i %s', (_, counter, list) => {
    const parameters = { ...hotpAccount.parameters, counter } as never
    expect(compare(parsed(entryOf(hotpAccount, { parameters })), document)[list]).toHaveLength(1)
  })

  it('takes an entry once that the file holds twice, the one outside the trash first', () => {
    const entry = entryOf(totpAccount('n', 'GitLab', 'GEZDGNBV'))
    const trashed = { ...entry, deletedAtMs: 5 }
    const { fresh, same } = compare(parsed(trashed, entry), document)
    expect([fresh, same]).toEqual([[entry], [trashed]])
  })

  it('takes the one outside another app’s trash too, wherever it stands in the file', () => {
    const entry = entryOf(totpAccount('n', 'GitLab', 'GEZDGNBV'))
    const trashed = { ...entry, trashed: true }
    const { fresh, same } = compare(parsed(trashed, entry), document)
    expect([fresh, same]).toEqual([[entry], [trashed]])
  })

  it('keeps one secret under two names as two accounts', () => {
    const a = entryOf(totpAccount('n', 'GitLab', 'GEZDGNBV'))
    const b = { ...a, label: 'bob' }
    expect(compare(parsed(a, b), withAccounts()).fresh).toEqual([a, b])
  })

  it('does not mind accounts in the trash', () => {
    const trashed = trashAccount(document, 'a', nowMs)
    expect(compare(parsed(entryOf(known)), trashed).fresh).toHaveLength(1)
    expect(compare(parsed(newSecret), trashed).fresh).toHaveLength(1)
  })

  it('lets nameless accounts be', () => {
    const nameless = { issuer: '', label: '' }
    const entry = { ...newSecret, ...nameless }
    expect(compare(parsed(entry), withAccounts({ ...known, ...nameless })).fresh).toHaveLength(1)
  })

  it('passes on problems, and unsupported entries and members that are not there yet', () => {
    const raw = { id: 'm', type: 'motp', pin: '1' }
    const found = { type: 'motp', title: '', raw }
    const file = { ...parsed(), unsupported: [found], extra: { recovery: 1, accounts: 2 } }
    expect(compare(file, document)).toMatchObject({ unsupported: [found], extra: { recovery: 1 } })
    expect(compare(file, { ...document, unsupported: [raw] }).unsupported).toEqual([])
  })

  it('of 10,000 entries with 10,000 accounts takes less than ten seconds', () => {
    const accounts = Array.from({ length: 10_000 }, (_, n) => totpAccount(`${n}`, `S${n}`))
    const entries = accounts.map((account) => entryOf(account, { issuer: `T${account.id}` }))
    compare(parsed(...entries), withAccounts(...accounts))
    expect(add(withAccounts(), ...entries).accounts).toHaveLength(10_000)
  }, 10_000)
})

describe('applying', () => {
  it('what is fresh appends it and changes nothing else', () => {
    const entry = entryOf(totpAccount('n', 'GitLab', 'GEZDGNBV'))
    const restored = apply(document, chooseFresh(compare(parsed(entry), document)), nowMs, newId)
    expect(restored.accounts.slice(0, 2)).toEqual(document.accounts)
    expect(restored.accounts[2]).toMatchObject({ id: 'n', createdAtMs: nowMs, updatedAtMs: nowMs })
  })

  it('keeps ids that are free and makes up the others', () => {
    const clash = entryOf(totpAccount('a', 'X', 'GEZDGNBV'))
    const bare = entryOf(totpAccount('', 'Y', 'MFRGGZDF'), { id: null })
    const ids = add(document, clash).accounts.map(({ id }) => id)
    expect(ids).toEqual(['a', 'hotp', 'made-up'])
    expect(add(document, bare).accounts[2]?.id).toBe('made-up')
  })

  it('takes an account out of the trash instead of doubling it', () => {
    const trashed = trashAccount(document, 'a', nowMs)
    const restored = add(trashed, entryOf(known, { id: 'other', note: 'from the file' }))
    expect(restored.accounts).toHaveLength(2)
    expect(restored.accounts[0]).toMatchObject({
      id: 'a',
      deletedAtMs: null,
      note: 'from the file',
    })
  })

  it('twice brings nothing twice', () => {
    const entry = entryOf(totpAccount('n', 'GitLab', 'GEZDGNBV'))
    const once = add(document, entry)
    expect(add(once, entry)).toEqual(once)
  })

  it('a replacement gives the account the new secret and sends the old one to the trash', () => {
    const site = { origin: 'https://github.com', match: 'origin', fill: 'arrival' } as const
    const mine = { ...known, note: 'mine', tags: ['work'], sites: [site] }
    const { differing } = compare(parsed(newSecret), withAccounts(mine))
    const chosen = { ...nothing, replacements: differing }
    const restored = apply(withAccounts(mine), chosen, nowMs, newId)
    expect(restored.accounts).toEqual([
      { ...mine, parameters: newSecret.parameters, updatedAtMs: nowMs },
      { ...mine, id: 'made-up', deletedAtMs: nowMs },
    ])
  })

  it('a replacement takes what was deleted meanwhile out of the trash', () => {
    const { differing } = compare(parsed(newSecret), document)
    const chosen = { ...nothing, replacements: differing }
    const restored = apply(trashAccount(document, 'a', 5), chosen, nowMs, newId)
    expect(restored.accounts.map(({ id, deletedAtMs }) => [id, deletedAtMs])).toEqual([
      ['a', null],
      ['hotp', null],
      ['made-up', nowMs],
    ])
  })

  it('a replacement with the same secret takes over its parameters in place', () => {
    const parameters = { ...hotpAccount.parameters, counter: 99 } as Account['parameters']
    const { differing } = compare(parsed(entryOf(hotpAccount, { parameters })), document)
    const restored = apply(document, { ...nothing, replacements: differing }, nowMs, newId)
    expect(restored.accounts).toEqual([known, { ...hotpAccount, parameters, updatedAtMs: nowMs }])
  })

  it('keeps unknown members and unsupported entries', () => {
    const raw = { id: 'a1', type: 'motp' }
    const entry = entryOf(totpAccount('n', 'X', 'GEZDGNBV'), { x: { icon: 'star' } })
    const chosen: Chosen = {
      ...nothing,
      entries: [entry],
      unsupported: [
        { type: 'motp', title: '', raw },
        { type: 'motp', title: '', raw: { type: 'motp' } },
      ],
      extra: { recovery: 1, schema: 9, accounts: 'no' },
    }
    const restored = apply(document, chosen, nowMs, newId)
    expect(restored).toMatchObject({ schema: 1, recovery: 1 })
    expect(restored.accounts[2]).toMatchObject({ x: { icon: 'star' } })
    expect(restored.unsupported).toEqual([raw, { type: 'motp', id: 'made-up' }])
  })

  it('adds recovery codes to accounts that are there, and takes no mark of use away', () => {
    const left = (code: string) => ({ code, usedAtMs: null })
    const held = { ...known, recoveryCodes: [{ code: 'aa-11', usedAtMs: 5 }, left('bb-22')] }
    const entry = entryOf(known, {
      recoveryCodes: [left('AA11'), { code: 'bb22', usedAtMs: 7 }, left('cc-33')],
    })
    const { same } = compare(parsed(entry), withAccounts(held))
    expect(same).toEqual([entry])
    const merged = apply(withAccounts(held), { ...nothing, recovery: same }, nowMs, newId)
    expect(merged.accounts).toEqual([
      {
        ...held,
        recoveryCodes: [
          { code: 'aa-11', usedAtMs: 5 },
          { code: 'bb-22', usedAtMs: 7 },
          left('cc-33'),
        ],
      },
    ])
    const trashed = trashAccount(withAccounts(held), 'a', 9)
    expect(add(trashed, entry).accounts).toEqual([
      expect.objectContaining({
        id: 'a',
        deletedAtMs: null,
        recoveryCodes: merged.accounts[0]?.recoveryCodes,
      }),
    ])
  })

  it('gives what vault.change accepts', async () => {
    const { checkedDocument } = await import('@/utils/vault/checked-document')
    const account = newAccount(newSecret, { id: 'z', nowMs })
    const restored = add(document, entryOf(account))
    expect(checkedDocument(restored)).toEqual(restored)
  })
})
