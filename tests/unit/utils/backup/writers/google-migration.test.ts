import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  googleMigration,
  googleMigrationLosses,
  writeGoogleMigration,
} from '@/utils/backup/writers/google-migration'
import { carried } from '@/utils/backup/writers/losses'
import { toUtf8 } from '@/utils/bytes/utf8'
import { steamAccount, totpAccount, withAccounts } from '../../vault/samples'
import { fullDocument, parse } from '../backup-samples'
import { anyAccount } from './samples'

describe('a series of codes for Google Authenticator', () => {
  it('is read back by our own reader as what it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAccount, { maxLength: 15 }), async (accounts) => {
        const document = withAccounts(...accounts)
        const kept = carried(document, googleMigration)
        fc.pre(kept.length > 0)
        const lines = writeGoogleMigration(document, 7).map(({ uri }) => uri)
        const { entries, problems } = await parse(toUtf8(lines.join('\n')))
        expect(problems).toEqual([])
        expect(entries.map(({ parameters }) => parameters)).toEqual(
          kept.map(({ parameters }) => parameters),
        )
        for (const [index, account] of kept.entries()) {
          if (googleMigration.bendsName(account)) continue
          expect(entries[index]).toMatchObject({ issuer: account.issuer, label: account.label })
        }
      }),
      { numRuns: 300 },
    )
  })

  it('names what it refuses and why, before any code is shown', () => {
    const minute = { ...totpAccount('m', 'Minute').parameters, period: 60 }
    const document = withAccounts(
      { ...totpAccount('m', 'Minute'), parameters: minute } as never,
      steamAccount,
      totpAccount('a'),
    )
    expect(googleMigrationLosses(document)).toMatchObject({
      kept: 1,
      refused: [
        { issuer: 'Minute', why: 'period' },
        { issuer: 'Steam', why: 'steam' },
      ],
    })
    expect(writeGoogleMigration(document, 1)).toHaveLength(1)
  })

  it('leaves the trash and what only other apps can use', () => {
    expect(googleMigrationLosses(fullDocument)).toMatchObject({ kept: 3, trashed: 1 })
    expect(googleMigrationLosses(fullDocument).refused.map(({ why }) => why)).toEqual([
      'steam',
      'kind',
    ])
  })
})
