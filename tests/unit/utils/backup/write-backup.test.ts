import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { apply } from '@/utils/backup/apply'
import { compare } from '@/utils/backup/preview'
import { recognize } from '@/utils/backup/registry'
import { writeBackup, writePlainBackup } from '@/utils/backup/write-backup'
import { fromBase64Url } from '@/utils/bytes/base64url'
import type { Bytes } from '@/utils/bytes/bytes'
import { fromUtf8 } from '@/utils/bytes/utf8'
import { emptyDocument, type VaultDocument } from '@/utils/vault/document'
import { codeOf } from '../vault/error-code'
import { largeDocument, totpAccount, withAccounts } from '../vault/samples'
import { access, chooseFresh, fileOf, fullDocument, nowMs, parse } from './backup-samples'

type Json = Record<string, unknown>
const jsonOf = (bytes: Bytes) => JSON.parse(fromUtf8(bytes)) as Json
const headerOf = (bytes: Bytes) =>
  jsonOf(fromBase64Url(jsonOf(bytes)['protected'] as string)) as Json & { slots: Json[] }
const noId = () => {
  throw new Error('an id was made up')
}
const restore = async (bytes: Bytes, into: VaultDocument = emptyDocument) =>
  apply(into, chooseFresh(compare(await parse(bytes), into)), nowMs, noId)

const sealed = await writeBackup(fullDocument, access, nowMs)
const plain = await writePlainBackup(fullDocument)

afterEach(() => vi.restoreAllMocks())

describe('a sealed backup', () => {
  it('brings everything back into an empty vault but the correction of another clock', async () => {
    const { clockCorrectionMs: correction, ...settings } = fullDocument.settings
    expect(correction).not.toBe(0)
    expect(await restore(sealed)).toEqual({ ...fullDocument, settings })
  })

  it('leaves the settings of a vault that is in use', async () => {
    const { settings } = await restore(
      sealed,
      withAccounts(totpAccount('mine', 'Mine', 'MFRGGZDF')),
    )
    expect(settings).toEqual(emptyDocument.settings)
  })

  it('has the members of the format and no others', () => {
    expect(Object.keys(jsonOf(sealed))).toEqual(['format', 'version', 'protected', 'ciphertext'])
    expect(headerOf(sealed)).toEqual({
      v: 1,
      minReader: 1,
      created: '2026-11-21T12:30:45.678Z',
      generator: expect.stringMatching(/^sixpence\/\d/),
      content: 'application/json;schema=1',
      enc: 'A256GCM',
      nonce: expect.stringMatching(/^[\w+/]{16}$/),
      slots: [
        {
          type: 'password',
          kdf: {
            name: 'argon2id',
            version: 19,
            m: 65_536,
            t: 3,
            p: 1,
            salt: expect.stringMatching(/^[\w+/]{22}==$/),
          },
          nonce: expect.stringMatching(/^[\w+/]{16}$/),
          key: expect.stringMatching(/^[\w+/]{64}$/),
        },
      ],
    })
  })

  it('hides names, secrets and how many there are', async () => {
    const text = atob(jsonOf(sealed)['ciphertext'] as string)
    for (const marker of ['GEZDGNBV', 'Steam', 'xn--', 'entries'])
      expect(text).not.toContain(marker)
    const sizes = [await writeBackup(withAccounts(), access, nowMs)]
    sizes.push(await writeBackup(withAccounts(...largeDocument(5).accounts), access, nowMs))
    expect(sizes[0]).toHaveLength(sizes[1]?.length ?? 0)
  })

  it('shares neither key, salt nor nonce with another one', async () => {
    const again = await writeBackup(fullDocument, access, nowMs)
    const [a, b] = [headerOf(sealed), headerOf(again)]
    expect(a['nonce']).not.toBe(b['nonce'])
    expect(a.slots[0]?.['key']).not.toBe(b.slots[0]?.['key'])
    expect(a.slots[0]?.['kdf']).not.toEqual(b.slots[0]?.['kdf'])
    expect(jsonOf(sealed)['ciphertext']).not.toBe(jsonOf(again)['ciphertext'])
  })

  it('asks for its password and knows a wrong one', async () => {
    expect(recognize(sealed)).toMatchObject({ format: { id: 'sixpence' }, isEncrypted: true })
    const wrong = (password: string) => codeOf(() => parse(sealed, { ...access, password }))
    expect(await wrong('wrong')).toBe('password-wrong')
    expect(await wrong('')).toBe('password-empty')
    const empty = () => writeBackup(fullDocument, { ...access, password: '' }, nowMs)
    expect(await codeOf(empty)).toBe('password-empty')
  })

  it('is opened again before it is given out', async () => {
    let derivations = 0
    const forgetful = async () => new Uint8Array(32).fill(derivations++)
    const writing = () => writeBackup(fullDocument, { ...access, deriveKek: forgetful }, nowMs)
    expect(await codeOf(writing)).toBe('password-wrong')
  })

  it('is written of a vault with a site that codes cannot go to, without it', async () => {
    const account = totpAccount('a')
    const site = { origin: 'http://[::1]', match: 'origin', fill: 'arrival' } as const
    const bytes = await writeBackup(withAccounts({ ...account, sites: [site] }), access, nowMs)
    expect((await restore(bytes)).accounts).toEqual([account])
  })

  it('that would not bring everything back is not given out', async () => {
    for (const lost of [
      { ...fullDocument, unsupported: [{ id: 'without a type' }] },
      { ...fullDocument, settings: { lockAfterMinutes: 0 } },
    ]) {
      expect(await codeOf(() => writeBackup(lost, access, nowMs))).toBe('backup-mismatch')
      expect(await codeOf(() => writePlainBackup(lost))).toBe('backup-mismatch')
    }
  })

  it('with any flipped bit is refused with a code', async () => {
    const index = fc.integer({ min: 0, max: sealed.length - 1 })
    const bit = fc.integer({ min: 0, max: 7 })
    const refusals = [
      'file-damaged',
      'file-newer',
      'file-unknown',
      'file-empty',
      'password-wrong',
      'kdf-refused',
    ]
    await fc.assert(
      fc.asyncProperty(index, bit, async (at, shift) => {
        const changed = sealed.slice()
        changed[at] = (changed[at] ?? 0) ^ (1 << shift)
        const code = await codeOf(async () => {
          // Between the members a space may become another one: the file says the same.
          expect(await parse(changed)).toEqual(await parse(sealed))
        })
        const isLayout = /\s/.test(String.fromCharCode(sealed[at] ?? 0))
        expect(isLayout ? [...refusals, 'none'] : refusals).toContain(code)
      }),
      { numRuns: 1_000 },
    )
  })

  it('does not open with header or body of another one', async () => {
    const other = jsonOf(await writeBackup(fullDocument, access, nowMs))
    const mixed = (part: string) => fileOf({ ...jsonOf(sealed), [part]: other[part] })
    expect(await codeOf(() => parse(mixed('protected')))).toBe('file-damaged')
    expect(await codeOf(() => parse(mixed('ciphertext')))).toBe('file-damaged')
  })
})

describe('a plain backup', () => {
  it('brings back the same as the sealed one, without a password', async () => {
    expect(recognize(plain).isEncrypted).toBe(false)
    expect(await restore(plain)).toEqual(await restore(sealed))
  })

  it('has the members of the format and no others', () => {
    const file = jsonOf(plain) as { payload: { entries: Json[] } }
    expect(Object.keys(file)).toEqual(['format', 'version', 'payload'])
    expect(file.payload.entries[1]).toEqual({
      id: 'hotp',
      type: 'hotp',
      issuer: 'Bank',
      name: 'ada',
      secret: 'GEZDGNBVGY3TQOJQ',
      algo: 'SHA256',
      digits: 8,
      counter: '41',
      note: '',
      tags: [],
      favorite: false,
      domains: [],
      sites: [],
      createdAt: '1970-01-01T00:00:02.000Z',
      updatedAt: '1970-01-01T00:00:02.000Z',
    })
    expect(file.payload.entries[2]).toMatchObject({ algo: 'SHA1', digits: 5, period: 30 })
    expect(file.payload.entries[5]).toEqual(fullDocument.unsupported[0])
  })
})
