import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carried } from '@/utils/backup/writers/losses'
import {
  otpauthLines,
  otpauthListLosses,
  writeOtpauthList,
} from '@/utils/backup/writers/otpauth-list'
import { fromUtf8 } from '@/utils/bytes/utf8'
import type { Account } from '@/utils/vault/document'
import { hotpAccount, steamAccount, totpAccount, withAccounts } from '../../vault/samples'
import { fullDocument, parse } from '../backup-samples'
import { anyAccount } from './samples'

const textOf = async (...accounts: readonly Account[]) =>
  fromUtf8(await writeOtpauthList(withAccounts(...accounts)))

describe('a list of otpauth lines', () => {
  it('has one line for each account outside the trash, and nothing else', async () => {
    const gone = { ...totpAccount('gone'), deletedAtMs: 5 }
    const text = await textOf(totpAccount('a'), gone, hotpAccount, steamAccount)
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/^otpauth:\/\/totp\/GitHub:/),
      expect.stringMatching(/^otpauth:\/\/hotp\/Bank:.*&counter=41$/),
      expect.stringMatching(/^otpauth:\/\/steam\/Steam:/),
      '',
    ])
  })

  // Attack: a link with a line break in it would bring in another account.
  it('gives back links that only other apps can use, in one line each or not at all', async () => {
    const uri = 'motp://Bank:ada?secret=0123'
    const unsupported = [
      { id: 'a', type: 'motp', uri },
      { id: 'b', type: 'motp', uri: `${uri}\notpauth://totp/x?secret=AAAA` },
      { id: 'c', type: 'other', uri: 'javascript:alert(1)' },
    ]
    const document = { ...withAccounts(), unsupported }
    expect(fromUtf8(await writeOtpauthList(document))).toBe(`${uri}\n`)
    expect(otpauthListLosses(document).refused).toHaveLength(2)
  })

  it('of nothing is empty', async () => {
    expect(await textOf()).toBe('')
  })

  it('gives back every account it does not refuse, and the names it says it keeps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAccount, { minLength: 1, maxLength: 5 }), async (accounts) => {
        const kept = carried(withAccounts(...accounts), otpauthLines)
        fc.pre(kept.length > 0)
        const { entries, problems } = await parse(await writeOtpauthList(withAccounts(...accounts)))
        expect(problems).toEqual([])
        expect(entries.map(({ parameters }) => parameters)).toEqual(
          kept.map(({ parameters }) => parameters),
        )
        for (const [index, account] of kept.entries()) {
          if (otpauthLines.bendsName(account)) continue
          expect(entries[index]).toMatchObject({ issuer: account.issuer, label: account.label })
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['one letter, which is no secret', { ...totpAccount('a', 'X', 'A') }],
    [
      'five digits of Steam, which are read as Steam’s own',
      { ...totpAccount('a', 'Steam'), parameters: { ...totpAccount('a').parameters, digits: 5 } },
    ],
  ])('refuses %s', (_, account) => {
    const { refused } = otpauthListLosses(withAccounts(account as never))
    expect(refused).toMatchObject([{ why: 'unreadable' }])
  })

  it('says what it drops before it is written', () => {
    const losses = otpauthListLosses({
      ...fullDocument,
      accounts: [...fullDocument.accounts, { ...totpAccount('s'), label: ' ada ' }],
    })
    expect(losses).toEqual({
      kept: 5,
      refused: [{ issuer: '', label: '', why: 'kind' }],
      dropped: [
        { what: 'note', count: 2 },
        { what: 'sites', count: 1 },
        { what: 'tags', count: 1 },
        { what: 'favorite', count: 1 },
        { what: 'recovery', count: 1 },
        { what: 'other', count: 1 },
        { what: 'name', count: 1 },
      ],
      trashed: 1,
    })
  })
})
