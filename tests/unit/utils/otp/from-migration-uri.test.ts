import { describe, expect, it } from 'vitest'
import { readMigration } from '@/utils/backup/formats/migration'
import { toBase64 } from '@/utils/bytes/base64'
import { concat } from '@/utils/bytes/concat'
import { toUtf8 } from '@/utils/bytes/utf8'
import { fromMigrationUri } from '@/utils/otp/from-migration-uri'
import { codeOf } from '../vault/error-code'

const field = (number: number, bytes: Uint8Array) =>
  concat(Uint8Array.of((number << 3) | 2, bytes.length), bytes)
const number = (field: number, ...varint: number[]) => Uint8Array.of(field << 3, ...varint)
const account = (...extra: Uint8Array[]) =>
  field(
    1,
    concat(
      field(1, toUtf8('Hello!\u07fe\u07ad')),
      field(2, toUtf8('Acme:ada')),
      field(3, toUtf8('Acme')),
      ...extra,
    ),
  )
const uriOf = (message: Uint8Array, write: (text: string) => string = encodeURIComponent) =>
  `otpauth-migration://offline?data=${write(toBase64(message))}`

describe('a code of an export', () => {
  it('gives its accounts, its place and the export it belongs to', () => {
    const minusTwo = number(5, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01)
    const message = concat(account(), number(2, 1), number(3, 4), number(4, 2), minusTwo)
    const part = fromMigrationUri(uriOf(message))
    expect(part).toMatchObject({ size: 4, index: 2, id: '-2' })
    expect(part.accounts).toEqual([
      {
        secretBase32: 'JBSWY3DPEHP35XVN',
        name: 'Acme:ada',
        issuer: 'Acme',
        algorithm: 'SHA1',
        digits: 6,
        type: 'totp',
        counter: '0',
      },
    ])
  })

  it('may have members that are not known, and those of the newer version', () => {
    const message = concat(
      account(
        number(4, 3),
        number(5, 2),
        number(6, 1),
        number(7, 0x80, 0x01),
        field(8, toUtf8('id')),
      ),
      number(2, 2),
      number(99 - 84, 5),
    )
    expect(fromMigrationUri(uriOf(message)).accounts[0]).toMatchObject({
      algorithm: 'SHA512',
      digits: 8,
      type: 'hotp',
      counter: '128',
    })
  })

  it.each([
    ['escaped', encodeURIComponent],
    ['as it is', String],
    ['with spaces for +', (text: string) => text.replaceAll('+', ' ')],
    ['in the alphabet of URLs', (t: string) => t.replaceAll('+', '-').replaceAll('/', '_')],
    ['without padding', (text: string) => text.replaceAll('=', '')],
  ])('is read %s', (_, write) => {
    const message = concat(
      account(field(8, Uint8Array.of(0xfb, 0xef, 0xbe, 0xff, 0xff))),
      number(2, 1),
    )
    expect(toBase64(message)).toMatch(/[+/]/)
    expect(fromMigrationUri(uriOf(message, write)).accounts).toHaveLength(1)
  })

  it.each([
    ['nothing', ''],
    ['no base64', 'data=!!!'],
    ['no message', `data=${toBase64(Uint8Array.of(0x0a, 0x7f, 1))}`],
    ['a version that is not known', `data=${encodeURIComponent(toBase64(number(2, 3)))}`],
    ['a million codes', `data=${encodeURIComponent(toBase64(number(3, 0xc0, 0x84, 0x3d)))}`],
  ])('with %s is malformed', async (_, query) => {
    expect(await codeOf(() => fromMigrationUri(`otpauth-migration://offline?${query}`))).toBe(
      'migration-malformed',
    )
  })

  it.each([
    ['digits that are not known', account(number(5, 3)), 'digits-out-of-range'],
    ['a name that is no text', field(1, field(2, Uint8Array.of(0xff))), 'migration-malformed'],
    ['half a message', field(1, Uint8Array.of(0x0a, 0x7f)), 'migration-malformed'],
  ])('loses one account to %s, and keeps the others', async (_, bad, code) => {
    const { found } = await readMigration(uriOf(concat(account(), bad, account(number(6, 2)))))
    expect(found.entries).toHaveLength(2)
    expect(found.problems).toMatchObject([{ position: 2, code }])
  })

  it('keeps an account of a type that is not known, never as another', async () => {
    const { found } = await readMigration(uriOf(account(number(6, 3))))
    expect([found.entries, found.problems]).toEqual([[], []])
    expect(found.unsupported).toMatchObject([{ type: 'type-3', title: 'Acme: ada' }])
  })
})
