import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRecognized, recognize } from '@/utils/backup/registry'
import type { Bytes } from '@/utils/bytes/bytes'
import { toUtf8 } from '@/utils/bytes/utf8'
import { codeOf } from '../../vault/error-code'
import { access } from '../backup-samples'

const folder = join(import.meta.dirname, '../../../../fixtures/imports')
const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
const open = (bytes: Bytes) =>
  codeOf(() => parseRecognized(recognize(bytes), { ...access, password: 'correct horse' }))

/** One bit of a byte, counted from the end where `at` is negative. */
function flipped(bytes: Bytes, at: number): Bytes {
  const place = at < 0 ? bytes.length + at : at
  return bytes.map((byte, index) => (index === place ? byte ^ 1 : byte))
}

/** JSON with one text in it changed. */
function changed(name: string, member: string, change: (text: string) => string): Bytes {
  const json: unknown = JSON.parse(new TextDecoder().decode(read(name)), (key, value: unknown) =>
    key === member && typeof value === 'string' ? change(value) : value,
  )
  return toUtf8(JSON.stringify(json))
}

/** Another character of base64 in the middle. */
const otherCharacter = (text: string) => {
  const at = Math.floor(text.length / 2)
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
}
const first = (change: (text: string) => string) => (text: string) => {
  const [head = '', ...rest] = text.split(/(?=[:|])/)
  return [change(head), ...rest].join('')
}

describe('with the right password, a file that was changed is damaged where its format can tell', () => {
  it.each([
    ['Aegis', changed('aegis-encrypted.json', 'db', otherCharacter)],
    ['2FAS', changed('2fas-encrypted.2fas', 'servicesEncrypted', first(otherCharacter))],
    ['Bitwarden', changed('bitwarden-pbkdf2.json', 'data', otherCharacter)],
    ['a zip with AES', flipped(read('lines-aes128.zip'), 80)],
    ['KeePass 3.1', flipped(read('keepass-3.kdbx'), -1_000)],
    ['KeePass 4, its header', flipped(read('keepass-4-aes-kdf.kdbx'), 20)],
    ['KeePass 4, its body', flipped(read('keepass-4-aes-kdf.kdbx'), -100)],
  ])('%s', async (_, bytes) => {
    expect(await open(bytes)).toBe('file-damaged')
  })
})

describe('where it cannot, both are said', () => {
  it.each([
    ['Ente', changed('ente-encrypted.json', 'encryptedData', otherCharacter)],
    ['Proton', changed('proton-encrypted.json', 'content', otherCharacter)],
    ['Stratum', flipped(read('stratum-strong.authpro'), -1)],
    ['andOTP', flipped(read('andotp-new.json.aes'), -1)],
    [
      'TOTP Authenticator',
      toUtf8(otherCharacter(new TextDecoder().decode(read('totp-authenticator.encrypt')))),
    ],
  ])('%s', async (_, bytes) => {
    expect(await open(bytes)).toBe('password-or-file')
  })
})

describe('an empty password is asked for before any work', () => {
  it.each([
    'aegis-encrypted.json',
    'ente-encrypted.json',
    'stratum-strong.authpro',
    'keepass-3.kdbx',
  ])('%s', async (name) => {
    const opening = () => parseRecognized(recognize(read(name)), { ...access, password: '' })
    expect(await codeOf(opening)).toBe('password-empty')
  })
})

describe('work can be stopped before it begins', () => {
  it.each(['aegis-encrypted.json', 'ente-encrypted.json', 'keepass-3.kdbx', 'andotp-new.json.aes'])(
    '%s',
    async (name) => {
      const stopped = { ...access, password: 'x', signal: { aborted: true } }
      const opening = () => parseRecognized(recognize(read(name)), stopped)
      expect(await codeOf(opening)).toBe('import-cancelled')
    },
  )
})

describe('a long password that does not open Aegis', () => {
  const sealed = JSON.parse(new TextDecoder().decode(read('aegis-encrypted.json')))
  const fileOf = (repaired: unknown) => {
    const slots = sealed.header.slots.map((slot: object) => ({ ...slot, repaired }))
    return toUtf8(JSON.stringify({ ...sealed, header: { ...sealed.header, slots } }))
  }

  it.each([
    ['is wrong where its slot was repaired', true, 65, 'password-wrong'],
    ['may be right where it was not', undefined, 65, 'password-or-file'],
    ['is wrong where it is no longer than was safe', false, 64, 'password-wrong'],
  ])('%s', async (_, repaired, length, code) => {
    const password = 'x'.repeat(length)
    const bytes = fileOf(repaired)
    const opening = () => parseRecognized(recognize(bytes), { ...access, password })
    expect(await codeOf(opening)).toBe(code)
  })
})
