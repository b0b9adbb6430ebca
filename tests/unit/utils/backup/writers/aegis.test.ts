import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { aegis as aegisReader } from '@/utils/backup/formats/aegis'
import { aegis, aegisLosses, toAegisContent } from '@/utils/backup/writers/aegis-content'
import { aegisCost, plainAegisFile } from '@/utils/backup/writers/aegis-file'
import { carried } from '@/utils/backup/writers/losses'
import { writePlainAegis, writeSealedAegis } from '@/utils/backup/writers/write-aegis'
import type { Bytes } from '@/utils/bytes/bytes'
import { fromUtf8 } from '@/utils/bytes/utf8'
import { digitsOf, periodOf } from '@/utils/otp/code-shape'
import { runScrypt } from '@/utils/platform/kdf/scrypt'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { codeOf } from '../../vault/error-code'
import { hotpAccount, totpAccount, withAccounts } from '../../vault/samples'
import { access as fileAccess, fullDocument, parse } from '../backup-samples'
import { type AegisFile, openAegis, readAegis } from './aegis-reader'
import { anyAccount } from './samples'

const newId = () => crypto.randomUUID()
const jsonOf = (bytes: Bytes) => JSON.parse(fromUtf8(bytes)) as AegisFile
const deriveScrypt: Parameters<typeof writeSealedAegis>[1]['deriveScrypt'] = (
  password,
  salt,
  cost,
) => runScrypt({ password, salt, ...cost })
const access = { password: 'a pässword', deriveScrypt }
const plain = (document: VaultDocument) => jsonOf(plainAegisFile(toAegisContent(document, newId)))

/** What an account becomes in Aegis. */
const expected = ({ id, issuer, label, note, favorite, tags, parameters }: Account) => ({
  type: parameters.type,
  uuid: id,
  name: label,
  issuer,
  note,
  favorite,
  info: {
    secret: parameters.secretBase32,
    algo: parameters.type === 'steam' ? 'SHA1' : parameters.algorithm,
    digits: digitsOf(parameters),
    ...(parameters.type === 'hotp'
      ? { counter: parameters.counter }
      : { period: periodOf(parameters) }),
  },
  tags: [...new Set(tags)],
})

describe('a plain file for Aegis', () => {
  it('has the members of the format', () => {
    expect(plain(withAccounts())).toEqual({
      version: 1,
      header: { slots: null, params: null },
      db: { version: 3, entries: [], groups: [] },
    })
  })

  it('holds every account it does not refuse, by Aegis’s own rules', () => {
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 5 }), (accounts) => {
        const document = withAccounts(...accounts)
        const kept = carried(document, aegis).map(expected)
        expect(readAegis(plain(document).db)).toMatchObject(kept)
      }),
      { numRuns: 300 },
    )
  })

  it('is read back by our own reader as what it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAccount, { minLength: 1, maxLength: 5 }), async (accounts) => {
        const document = withAccounts(...accounts)
        const kept = carried(document, aegis)
        const { entries, problems } = await parse(await writePlainAegis(document, newId))
        expect(problems).toEqual([])
        expect(entries).toMatchObject(
          kept.map(({ issuer, label, parameters, note, favorite, tags }) => ({
            ...{ issuer, label, parameters, note, favorite, tags: [...new Set(tags)] },
          })),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('gives accounts whose id is no UUID one, and secrets a legal length', () => {
    const odd = totpAccount('no uuid', 'X', 'JDKSNDJJDNDJJDBXB')
    const [entry] = readAegis(plain(withAccounts(odd)).db)
    expect(entry?.info.secret).toBe('JDKSNDJJDNDJJDBX')
  })

  it('gives back what came from Aegis and only it can use, as it came', () => {
    const raw = { type: 'motp', uuid: 'u', name: 'n', issuer: '', info: { secret: 'AA', pin: '1' } }
    const kept = { id: 'm', type: 'motp', source: { app: 'aegis', raw } }
    const foreign = { id: 'f', type: 'motp', source: { app: 'andotp', raw } }
    const document = { ...fullDocument, accounts: [], unsupported: [kept, foreign] }
    expect(plain(document).db).toMatchObject({ entries: [raw] })
    expect(aegisLosses(document).refused).toEqual([{ issuer: '', label: '', why: 'kind' }])
  })

  it('that does not read back whole is not given out', async () => {
    const raw = { type: 'motp', info: null, uuid: 'u', name: 'n', issuer: '' }
    const source = { app: 'aegis', raw: { ...raw, info: { digits: 'x' }, type: 'totp' } }
    const document = { ...withAccounts(), unsupported: [{ id: 'm', type: 'motp', source }] }
    expect(await codeOf(() => writePlainAegis(document, newId))).toBe('backup-mismatch')
  })

  it('is not given out where a secret reads as another', async () => {
    const document = withAccounts(totpAccount('a'))
    const [account] = document.accounts
    const parameters = { ...account?.parameters, secretBase32: 'GEZDGNBV' }
    const entries = [{ ...account, parameters }] as never
    const reading = vi
      .spyOn(aegisReader, 'parse')
      .mockResolvedValue({ entries, problems: [], unsupported: [] } as never)
    expect(await codeOf(() => writePlainAegis(document, newId))).toBe('backup-mismatch')
    reading.mockRestore()
  })

  it('says what it drops before it is written', () => {
    expect(aegisLosses(fullDocument)).toEqual({
      kept: 4,
      refused: [{ issuer: '', label: '', why: 'kind' }],
      dropped: [
        { what: 'sites', count: 1 },
        { what: 'recovery', count: 1 },
        { what: 'other', count: 1 },
      ],
      trashed: 1,
    })
  })
})

describe('a sealed file for Aegis', () => {
  const document = withAccounts(totpAccount('a'), hotpAccount)

  it('opens by Aegis’s documented way with its password, and with no other', async () => {
    const file = jsonOf(await writeSealedAegis(document, access, () => `${newId()}`))
    expect(readAegis(openAegis(file, access.password))).toMatchObject([
      { issuer: 'GitHub', info: { secret: 'JBSWY3DPEHPK3PXP', period: 30 } },
      { issuer: 'Bank', info: { counter: 41, digits: 8, algo: 'SHA256' } },
    ])
    expect(() => openAegis(file, 'a password')).toThrow()
  })

  it('has the cost, and hides what is in it', async () => {
    const file = jsonOf(await writeSealedAegis(document, access, newId))
    expect(file.header.slots).toMatchObject([
      { type: 1, ...aegisCost, repaired: true, is_backup: false },
    ])
    expect(Object.keys(file.header.slots?.[0] ?? {})).toEqual([
      ...['type', 'uuid', 'key', 'key_params', 'n', 'r', 'p', 'salt', 'repaired', 'is_backup'],
    ])
    expect(JSON.stringify(file)).not.toContain('GitHub')
  })

  it('is read back by our own reader, with its password only', async () => {
    const bytes = await writeSealedAegis(document, access, newId)
    const read = (given: string) => parse(bytes, { ...fileAccess, password: given })
    expect((await read(access.password)).entries).toHaveLength(2)
    expect(await codeOf(() => read('wrong'))).toBe('password-wrong')
  })

  it('asks for a password', async () => {
    const writing = () => writeSealedAegis(document, { ...access, password: '' }, newId)
    expect(await codeOf(writing)).toBe('password-empty')
  })

  it('that does not open again is not given out', async () => {
    let derivations = 0
    const forgetful = async () => new Uint8Array(32).fill(derivations++)
    const writing = () => writeSealedAegis(document, { ...access, deriveScrypt: forgetful }, newId)
    expect(await codeOf(writing)).toBe('backup-mismatch')
  })
})
