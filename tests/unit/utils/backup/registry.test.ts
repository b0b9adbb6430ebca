import { describe, expect, it } from 'vitest'
import { maxFileSizeBytes } from '@/utils/backup/import-file'
import { formats, recognize } from '@/utils/backup/registry'
import type { Bytes } from '@/utils/bytes/bytes'
import { codeOf } from '../vault/error-code'
import { access, fileOf, parse, plainFile } from './backup-samples'

const refused = (bytes: Bytes) => codeOf(() => recognize(bytes))

describe('a file', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['spaces', fileOf(' \r\n\t')],
    ['a byte order mark', fileOf('\ufeff')],
  ])('of %s is empty', async (_, bytes) => {
    expect(await refused(bytes)).toBe('file-empty')
  })

  it.each([
    ['some text', fileOf('hello')],
    ['some json', fileOf({ accounts: [] })],
    ['json of another app', fileOf({ version: 1, header: {}, rows: '' })],
    ['bytes of a program', Uint8Array.from({ length: 4096 }, (_, at) => (at % 5 ? 0 : at & 0xff))],
    ['letters alone', fileOf('abcdefgh'.repeat(64))],
    ['a web page', fileOf('<a href="https://x.example/?otpauth://">')],
    ['deep nesting', fileOf('['.repeat(100_000))],
  ])('of %s is unknown', async (_, bytes) => {
    expect(await refused(bytes)).toBe('file-unknown')
  })

  it('of more than 20 MiB is not read', async () => {
    expect(await refused(new Uint8Array(maxFileSizeBytes + 1))).toBe('file-too-large')
  })

  it.each([
    ['one line break after the other', '\n'],
    ['one bracket after the other', '['],
    ['one space after the other', ' x'],
  ])(
    'of 20 MiB, %s, is judged within ten seconds',
    async (_, piece) => {
      const text = piece.repeat(Math.floor(maxFileSizeBytes / piece.length))
      expect(['file-unknown', 'file-empty']).toContain(await refused(fileOf(text)))
    },
    2_000,
  )

  it.each([
    ['sixpence-vault', fileOf({ format: 'sixpence-vault', version: 1 })],
    ['sixpence', plainFile()],
    ['sixpence', fileOf(`\ufeff\n${new TextDecoder().decode(plainFile())}`)],
    ['otpauth-list', fileOf('otpauth://totp/a?secret=JBSWY3DP')],
    ['otpauth-list', fileOf('1. otpauth://totp/a?secret=JBSWY3DP')],
    ['otpauth-list', fileOf('GitHub: otpauth://totp/a?secret=JBSWY3DP')],
    ['csv', fileOf('name,notes,totp\nx,see otpauth://totp/a?secret=A,JBSWY3DP')],
    ['csv', fileOf('totp,name\notpauth://totp/a?secret=JBSWY3DP,x')],
    ['otpauth-list', fileOf('\ufeff# my codes\r\n  OTPAUTH://TOTP/a?secret=JBSWY3DP\r\n')],
  ])('of the format %s is told by its content', async (id, bytes) => {
    expect(recognize(bytes).format.id).toBe(id)
  })

  it('whose reader breaks in an unforeseen way is damaged', async () => {
    const recognized = recognize(plainFile())
    const breaking = { ...recognized.format, parse: () => Promise.reject(new RangeError('stack')) }
    const { parseRecognized } = await import('@/utils/backup/registry')
    const parsing = () => parseRecognized({ ...recognized, format: breaking }, access)
    expect(await codeOf(parsing)).toBe('file-damaged')
  })
})

describe('the registry', () => {
  it('names each format once', () => {
    const ids = formats.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a list of otpauth lines', () => {
  it('gives its accounts, and a problem for every line that is none', async () => {
    const text = [
      'otpauth://totp/GitHub:ada?secret=JBSWY3DP&issuer=GitHub&image=https://x.example/a.png',
      '',
      'not an account',
      'otpauth://hotp/Bank:ada?secret=GEZDGNBV&counter=7',
      'otpauth://totp/x?secret=1',
    ].join('\r\n')
    const { entries, problems, unsupported } = await parse(fileOf(text))
    expect(entries).toMatchObject([
      { id: null, issuer: 'GitHub', label: 'ada', x: { otpauth: { image: expect.any(String) } } },
      { issuer: 'Bank', parameters: { type: 'hotp', counter: 7 }, x: {} },
    ])
    expect(problems).toMatchObject([
      { position: 3, code: 'otpauth-malformed' },
      { position: 5, code: 'secret-character' },
    ])
    expect(unsupported).toEqual([])
  })

  it('of 10,000 lines is read within ten seconds', async () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `otpauth://totp/a${n}?secret=JBSWY3DP`)
    expect((await parse(fileOf(lines.join('\n')))).entries).toHaveLength(10_000)
  }, 10_000)

  it('of more than 100,000 lines or URIs is refused', async () => {
    const uri = 'otpauth://totp/a?secret=JBSWY3DP'
    for (const between of ['\n', ' ']) {
      const text = `${uri}${between}`.repeat(100_002)
      expect(await codeOf(() => parse(fileOf(text)))).toBe('file-too-large')
    }
    expect(await codeOf(() => parse(fileOf(`${uri}${'\n'.repeat(100_002)}`)))).toBe(
      'file-too-large',
    )
  })
})
