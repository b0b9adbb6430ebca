import { describe, expect, it } from 'vitest'
import { drill } from '@/utils/backup/drill'
import { sixpenceVault } from '@/utils/backup/formats/sixpence-vault'
import { readImportFile } from '@/utils/backup/import-file'
import { toBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import { fromUtf8, toUtf8 } from '@/utils/bytes/utf8'
import { sealGeneration } from '@/utils/vault/generation'
import { toVaultFile } from '@/utils/vault/vault-file'
import { newKeyedHeader, newVaultId } from '@/utils/vault/vault-header'
import { codeOf } from '../vault/error-code'
import { access, fileOf, fullDocument } from './backup-samples'

const header = await newKeyedHeader(newVaultId(), access.password, access)
const saved = { ...fullDocument, savedAtMs: 5, passkeys: [], mishap: undefined }
const bytes = toVaultFile(await sealGeneration(header.dek, header.protected, 3, saved))
const read = (from: Bytes, password = access.password) =>
  sixpenceVault.parse(readImportFile(from), { ...access, password })
const jsonOf = () => JSON.parse(fromUtf8(bytes)) as Record<string, unknown>

describe('a vault file', () => {
  it('is told by its content, also where it was cut off, and asks for a password', () => {
    for (const each of [bytes, bytes.slice(0, 100)]) {
      const file = readImportFile(each)
      expect([sixpenceVault.matches(file), sixpenceVault.isEncrypted(file)]).toEqual([true, true])
    }
    expect(sixpenceVault.matches(readImportFile(fileOf({ format: 'other' })))).toBe(false)
  })

  it('brings back all that the vault held, and nothing that speaks of that one vault', async () => {
    const parsed = await read(bytes)
    expect(drill(parsed, fullDocument).isEqual).toBe(true)
    expect(parsed.settings).toEqual(fullDocument.settings)
    expect(parsed.extra).toEqual({ recoveryCodes: fullDocument['recoveryCodes'] })
  })

  it.each([
    ['a wrong password', () => read(bytes, 'wrong'), 'password-wrong'],
    ['no password', () => read(bytes, ''), 'password-empty'],
    ['a file that was cut off', () => read(bytes.slice(0, -9)), 'file-damaged'],
    ['another number', () => read(fileOf({ ...jsonOf(), generation: 4 })), 'file-damaged'],
    [
      'a changed body',
      () => read(fileOf({ ...jsonOf(), ciphertext: toBase64(toUtf8('x')) })),
      'file-damaged',
    ],
    ['a newer version', () => read(fileOf({ ...jsonOf(), version: 2 })), 'file-newer'],
  ])('with %s says so', async (_, reading, code) => {
    expect(await codeOf(reading)).toBe(code)
  })
})
