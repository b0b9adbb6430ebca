import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toBase64Url } from '@/utils/bytes/base64url'
import { generator } from '@/utils/vault/generator'
import { encodeHeader } from '@/utils/vault/header'
import { decodeVaultHeader, newKeyedHeader, newVaultId } from '@/utils/vault/vault-header'
import { codeOf } from './error-code'
import { cheapKek } from './memory-ports'

const sample = decodeVaultHeader(
  (await newKeyedHeader(newVaultId(), 'a password', { deriveKek: cheapKek })).protected,
)
const refused = (header: object) => codeOf(() => decodeVaultHeader(encodeHeader(header)))

describe('the header of a vault', () => {
  it('says what it is and how the key is derived', () => {
    expect(sample).toMatchObject({
      v: 1,
      minReader: 1,
      content: 'application/json;schema=1',
      enc: 'A256GCM',
      slots: [{ type: 'password', kdf: { name: 'argon2id', version: 19, m: 65_536, t: 3, p: 1 } }],
    })
    expect(sample.vaultId).toMatch(/^[\w-]{22}$/)
  })

  it('names the version of package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(generator).toBe(`sixpence/${version}`)
  })

  it('keeps members and slots of newer versions', () => {
    const passkey = { type: 'passkey', credential: { id: 'AAAA' } }
    const newer = { ...sample, v: 2, hint: 'x', slots: [...sample.slots, passkey] }
    expect(decodeVaultHeader(encodeHeader(newer))).toEqual(newer)
  })

  it('is refused as newer if it asks for a newer reader, whatever else it holds', async () => {
    expect(await refused({ ...sample, minReader: 2 })).toBe('vault-newer')
    expect(await refused({ minReader: 2 })).toBe('vault-newer')
  })

  it.each([
    ['no slots', { slots: undefined }],
    [
      'a password slot without a salt',
      { slots: [{ type: 'password', kdf: {}, nonce: '', key: '' }] },
    ],
    ['another cipher', { enc: 'A128GCM' }],
    ['other content', { content: 'text/plain' }],
    ['no vault id', { vaultId: '' }],
    ['no version', { v: 0 }],
  ])('is damaged with %s', async (_, change) => {
    expect(await refused({ ...sample, ...change })).toBe('vault-damaged')
  })

  it.each([
    ['no base64url', '***'],
    ['no utf-8', toBase64Url(new Uint8Array([0xff, 0xfe]))],
    ['no json', toBase64Url(new Uint8Array([0x7b]))],
    ['empty', ''],
    ['too long', 'A'.repeat(65_540)],
  ])('is damaged if it is %s', async (_, text) => {
    expect(await codeOf(() => decodeVaultHeader(text))).toBe('vault-damaged')
  })
})
