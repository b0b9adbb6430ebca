import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply } from '@/utils/backup/apply'
import { compare } from '@/utils/backup/preview'
import { aegis } from '@/utils/backup/writers/aegis-content'
import { googleMigration, writeGoogleMigration } from '@/utils/backup/writers/google-migration'
import { type Carrier, carried } from '@/utils/backup/writers/losses'
import { otpauthLines, writeOtpauthList } from '@/utils/backup/writers/otpauth-list'
import { writePlainAegis, writeSealedAegis } from '@/utils/backup/writers/write-aegis'
import type { Bytes } from '@/utils/bytes/bytes'
import { runScrypt } from '@/utils/platform/kdf/scrypt'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { withAccounts } from '../../vault/samples'
import { access, chooseFresh, fileOf, nowMs, parse } from '../backup-samples'
import { anyAccount } from './samples'

const newId = () => crypto.randomUUID()
const anyAccounts = fc.array(anyAccount, { maxLength: 6 })
const named = (accounts: readonly Account[], carrier: Carrier) =>
  accounts.filter((account) => !carrier.bendsName(account))

/** What reading gives, for the accounts whose names the format does not bend. */
async function readAgain(bytes: Bytes, carrier: Carrier, document: VaultDocument) {
  const { entries, problems } = await parse(bytes)
  const written = carried(document, carrier)
  expect([problems, entries.length]).toEqual([[], written.length])
  const unbent = named(written, carrier)
  return {
    written: unbent,
    read: entries.filter((_, at) => unbent.includes(written[at] as Account)),
  }
}

const codes = ({
  parameters,
  issuer,
  label,
}: Pick<Account, 'parameters' | 'issuer' | 'label'>) => ({
  parameters,
  issuer,
  label,
})

describe('what is written for other apps is read again as it was', () => {
  it('by Aegis’s files: codes, names, notes, stars and tags', async () => {
    await fc.assert(
      fc.asyncProperty(anyAccounts, async (accounts) => {
        const document = withAccounts(...accounts)
        const bytes = await writePlainAegis(document, newId)
        const { written, read } = await readAgain(bytes, aegis, document)
        const all = ({ note, favorite, tags, ...rest }: Account) => {
          return { ...codes(rest as Account), note, favorite, tags: [...new Set(tags)] }
        }
        const seen = read.map(({ note, favorite, tags, ...rest }) => {
          return { ...codes(rest), note, favorite, tags }
        })
        expect(seen).toEqual(written.map(all))
      }),
      { numRuns: 100 },
    )
  })

  it('by lists of links: codes and names', async () => {
    await fc.assert(
      fc.asyncProperty(anyAccounts, async (accounts) => {
        const document = withAccounts(...accounts)
        const bytes = await writeOtpauthList(document)
        if (bytes.length === 0) return
        const { written, read } = await readAgain(bytes, otpauthLines, document)
        expect(read.map(codes)).toEqual(written.map(codes))
      }),
      { numRuns: 100 },
    )
  })

  it('by Google Authenticator’s codes: codes and names', async () => {
    await fc.assert(
      fc.asyncProperty(anyAccounts, async (accounts) => {
        const document = withAccounts(...accounts)
        const uris = writeGoogleMigration(document, 7).map(({ uri }) => uri)
        if (uris.length === 0) return
        const { written, read } = await readAgain(
          fileOf(uris.join('\n')),
          googleMigration,
          document,
        )
        expect(read.map(codes)).toEqual(written.map(codes))
      }),
      { numRuns: 100 },
    )
  })

  it('by Aegis’s encrypted files under their password', async () => {
    const document = withAccounts(...fc.sample(anyAccount, { numRuns: 5, seed: 5 }))
    const deriveScrypt: Parameters<typeof writeSealedAegis>[1]['deriveScrypt'] = (
      password,
      salt,
      cost,
    ) => runScrypt({ password, salt, ...cost })
    const bytes = await writeSealedAegis(
      document,
      { password: access.password, deriveScrypt },
      newId,
    )
    const { entries } = await parse(bytes)
    expect(entries).toHaveLength(carried(document, aegis).length)
  })

  it('with an entry of Aegis’s that no codes are made of here, verbatim', async () => {
    const motp = {
      type: 'motp',
      uuid: newId(),
      name: 'ada',
      issuer: 'VPN',
      info: { secret: '0123456789abcdef', algo: 'MD5', digits: 6, period: 10, pin: '1234' },
    }
    const header = { slots: null, params: null }
    const file = fileOf({ version: 1, header, db: { version: 3, entries: [motp] } })
    const comparison = compare(await parse(file), withAccounts())
    const document = apply(withAccounts(), chooseFresh(comparison), nowMs, newId)
    const bytes = await writePlainAegis(document, newId)
    const written = JSON.parse(new TextDecoder().decode(bytes))
    expect(written.db.entries).toEqual([motp])
  })
})
