import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apply } from '@/utils/backup/apply'
import { compare } from '@/utils/backup/preview'
import { recognize } from '@/utils/backup/registry'
import { runArgon2id } from '@/utils/platform/kdf/argon2'
import { emptyDocument, type VaultDocument } from '@/utils/vault/document'
import { codeOf } from '../vault/error-code'
import { chooseFresh, nowMs, parse } from './backup-samples'

interface Expected extends Pick<VaultDocument, 'accounts' | 'unsupported' | 'settings'> {
  readonly password: string
}

const folder = 'tests/fixtures/backups'
const ending = '.expected.json'
const names = readdirSync(folder)
  .filter((name) => name.endsWith(ending))
  .map((name) => name.slice(0, -ending.length))
const noId = () => {
  throw new Error('an id was made up')
}

describe.each(names)('the frozen backup %s', (name) => {
  const expected = JSON.parse(readFileSync(`${folder}/${name}${ending}`, 'utf8')) as Expected
  const fileOf = (variant: string) =>
    new Uint8Array(readFileSync(`${folder}/${name}-${variant}.json`))
  const access = { password: expected.password, deriveKek: runArgon2id }

  it.each([
    ['sealed', true],
    ['plain', false],
  ])('%s restores to what it held', async (variant, isEncrypted) => {
    const bytes = fileOf(variant)
    expect(recognize(bytes)).toMatchObject({ format: { id: 'sixpence' }, isEncrypted })
    const comparison = compare(await parse(bytes, access), emptyDocument)
    expect(comparison).toMatchObject({ same: [], differing: [], problems: [] })
    const { accounts, unsupported, settings } = expected
    const restored = apply(emptyDocument, chooseFresh(comparison), nowMs, noId)
    expect(restored).toEqual({ ...emptyDocument, accounts, unsupported, settings })
  })

  it('knows a wrong password', async () => {
    const wrong = { ...access, password: 'wrong' }
    expect(await codeOf(() => parse(fileOf('sealed'), wrong))).toBe('password-wrong')
  })
})
