import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type CollectPorts,
  collectFiles,
  maxPictureSizeBytes,
} from '@/components/screens/manage/add/collect-files'
import { maxFileSizeBytes } from '@/utils/backup/import-file'
import { emptySeries, statesOf } from '@/utils/backup/migration-series'
import { parseRecognized, recognize } from '@/utils/backup/registry'
import { toBase64 } from '@/utils/bytes/base64'
import { AppError, type ErrorCode } from '@/utils/errors/app-error'
import { codeOf } from '../../../../utils/vault/error-code'

const good = 'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP&issuer=Example'
const file = (name: string, content = name) => new File([content], name)
const fixtures = join(import.meta.dirname, '../../../../../fixtures/imports')
const fixture = (name: string) => new File([readFileSync(join(fixtures, name))], name)
const part = (size: number, index: number) =>
  `otpauth-migration://offline?data=${encodeURIComponent(
    toBase64(Uint8Array.of(0x10, 2, 0x18, size, 0x20, index)),
  )}`

type Shown = Record<string, readonly string[] | AppError>

function ports(shown: Shown = {}, passwords: (string | null)[] = []) {
  const asked: (ErrorCode | null)[] = []
  const given: CollectPorts = {
    decodeImage: async (blob) => {
      const found = shown[(blob as File).name] ?? []
      if (found instanceof AppError) throw found
      return found
    },
    readBackup: async (bytes, { password }) => {
      const recognized = recognize(bytes)
      const deriveKek = () => Promise.reject(new AppError('kdf-failed'))
      const found = await parseRecognized(recognized, { password, deriveKek })
      return { format: recognized.format.id, found }
    },
    askPassword: async (_, failure) => {
      asked.push(failure)
      return passwords.shift() ?? null
    },
    onReading: () => undefined,
    signal: new AbortController().signal,
    nameOf: (format, position) => `${format} ${position}`,
  }
  return { given, asked }
}

const collect = async (files: readonly File[], shown?: Shown) =>
  await collectFiles(files, emptySeries, ports(shown).given)

describe('pictures', () => {
  test('give every account in them', async () => {
    const shown = { 'a.png': [good, good.replace('ada', 'bob')], 'b.png': [good] }
    const { found } = await collect([file('a.png'), file('b.png')], shown)
    expect(found.entries.map(({ label }) => label)).toEqual(['ada', 'bob', 'ada'])
    expect(found.problems).toEqual([])
  })

  test.each([
    ['without a code', [], 'image-unreadable'],
    ['with a web link', ['https://example.org'], 'qr-link'],
    ['with a script link', ['javascript:alert(1)'], 'qr-other'],
    ['with a broken one', ['otpauth://totp/x?secret=1'], 'secret-character'],
    ['with half a migration', ['otpauth-migration://offline?data=CgM'], 'migration-malformed'],
    ['that take too long', new AppError('scan-too-slow'), 'scan-too-slow'],
  ])('%s are told by their file name and do not stop the others', async (_, payloads, code) => {
    const files = [file('bad.png'), file('good.png')]
    const { found } = await collect(files, { 'bad.png': payloads, 'good.png': [good] })
    expect(found.problems).toMatchObject([{ position: 1, title: 'bad.png', code }])
    expect(found.entries).toHaveLength(1)
  })

  test('that are larger than any photo are not read', async () => {
    const huge = Object.defineProperty(file('huge.png'), 'size', { value: maxPictureSizeBytes + 1 })
    const { found } = await collect([huge], { 'huge.png': [good] })
    expect(found.problems).toMatchObject([{ title: 'huge.png', code: 'image-too-large' }])
  })

  test('a bad code beside a good one costs only itself', async () => {
    const { found } = await collect([file('a.png')], { 'a.png': ['https://example.org', good] })
    expect([found.entries.length, found.problems.length]).toEqual([1, 1])
  })

  test('without a telling name are known by their first bytes', async () => {
    const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
    const { found } = await collect([new File([bytes], 'export')], { export: [good] })
    expect(found.entries).toHaveLength(1)
  })

  test('with codes of an export add to its series', async () => {
    const shown = { 'a.png': [part(3, 0)], 'b.png': [part(3, 2), part(3, 2)] }
    const { found, series } = await collect([file('a.png'), file('b.png')], shown)
    expect(found.problems).toEqual([])
    expect(statesOf(series)).toEqual([{ size: 3, read: [1, 3], missing: [2] }])
  })

  test('of kinds without codes here are kept', async () => {
    const { found } = await collect([file('a.png')], { 'a.png': ['motp://x:y?secret=00'] })
    expect(found.unsupported).toMatchObject([{ type: 'motp' }])
  })
})

describe('files', () => {
  test('are read whatever their names', async () => {
    const { found } = await collect([fixture('aegis-plain.json'), file('x.pdf', good)])
    expect(found.entries).toHaveLength(5)
  })

  test('ask for a password until it does', async () => {
    const { given, asked } = ports({}, ['wrong', 'correct horse'])
    const { found } = await collectFiles([fixture('2fas-encrypted.2fas')], emptySeries, given)
    expect(asked).toEqual([null, 'password-wrong'])
    expect(found.entries).toHaveLength(4)
  })

  test('whose password is not known are told, and the others are read', async () => {
    const { given } = ports({}, [null])
    const files = [fixture('2fas-encrypted.2fas'), fixture('2fas-plain.2fas')]
    const { found } = await collectFiles(files, emptySeries, given)
    expect(found.entries).toHaveLength(4)
    expect(found.problems).toMatchObject([
      { position: 1, title: '2fas-encrypted.2fas', code: 'import-cancelled' },
    ])
  })

  test('with codes of an export as text add to its series, and keep the rest', async () => {
    const lines = `${good}\n1. ${part(3, 0)} ${part(3, 2)}\notpauth-migration://offline?data=CgM`
    const { found, series } = await collect([file('a.txt', lines)])
    expect(statesOf(series)).toEqual([{ size: 3, read: [1, 3], missing: [2] }])
    expect(found.entries).toHaveLength(1)
    expect(found.problems).toMatchObject([{ position: 3, code: 'migration-malformed' }])
  })

  test('with nothing but such codes are no problem', async () => {
    const { found, series } = await collect([file('a.txt', part(2, 0))])
    expect([found.problems, series.codes.length]).toEqual([[], 1])
  })

  test('that cannot be read are problems by their names', async () => {
    const { found } = await collect([file('a.txt', 'hello'), fixture('bitwarden-restricted.json')])
    expect(found.problems).toMatchObject([
      { position: 1, title: 'a.txt', code: 'file-unknown' },
      { position: 2, title: 'bitwarden-restricted.json', code: 'file-account-restricted' },
    ])
  })

  test('of more than 20 MiB are not read', async () => {
    const huge = Object.defineProperty(file('huge.json'), 'size', { value: maxFileSizeBytes + 1 })
    expect((await collect([huge])).found.problems).toMatchObject([{ code: 'file-too-large' }])
  })

  test('have their entries named by where they stand, and by the file where there are several', async () => {
    const lines = `${good}\nnonsense`
    const [one, two] = [file('a.txt', lines), file('b.txt', lines)]
    expect((await collect([one])).found.problems[0]?.title).toBe('otpauth-list 2')
    const titles = (await collect([one, two])).found.problems.map(({ title }) => title)
    expect(titles).toEqual(['a.txt: otpauth-list 2', 'b.txt: otpauth-list 2'])
  })

  test('stop all others when the user stops one', async () => {
    const { given } = ports()
    const readBackup = () => Promise.reject(new AppError('import-cancelled'))
    const stopped = { ...given, readBackup }
    const reading = () => collectFiles([file('a', good), file('b', good)], emptySeries, stopped)
    expect(await codeOf(reading)).toBe('import-cancelled')
  })
})
