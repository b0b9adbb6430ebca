import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { maxInflatedBytes } from '@/utils/backup/read/inflate'
import { crc32 } from '@/utils/backup/read/zip/crc32'
import { parseRecognized, recognize } from '@/utils/backup/registry'
import type { Bytes } from '@/utils/bytes/bytes'
import { concat } from '@/utils/bytes/concat'
import { toUtf8 } from '@/utils/bytes/utf8'
import { codeOf } from '../../vault/error-code'
import { access } from '../backup-samples'

/** A zip with one member; `sizeBytes` is what it says of its size. */
function zipOf(name: string, content: Bytes, sizeBytes = content.length, crc = crc32(content)) {
  const packed = new Uint8Array(deflateRawSync(content))
  const names = toUtf8(name)
  const head = (signature: number, before: number[]) => {
    const bytes = new Uint8Array(before.length + 4 + 26)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, signature, true)
    bytes.set(before, 4)
    const at = before.length + 4
    view.setUint16(at, 20, true)
    view.setUint16(at + 4, 8, true)
    view.setUint32(at + 10, crc, true)
    view.setUint32(at + 14, packed.length, true)
    view.setUint32(at + 18, sizeBytes, true)
    view.setUint16(at + 22, names.length, true)
    return bytes
  }
  const local = concat(head(0x04034b50, []), names, packed)
  const central = concat(head(0x02014b50, [20, 0]), new Uint8Array(14), names)
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, 1, true)
  view.setUint16(10, 1, true)
  view.setUint32(12, central.length, true)
  view.setUint32(16, local.length, true)
  return concat(local, central, end)
}

const parse = (bytes: Bytes) => parseRecognized(recognize(bytes), access)
const line = toUtf8('otpauth://totp/a?secret=JBSWY3DP')
const zeros = new Uint8Array(8 * 1024 * 1024)

describe('a zip', () => {
  it('of lines gives its accounts', async () => {
    expect((await parse(zipOf('a.txt', line))).entries).toHaveLength(1)
  })

  it.each([
    [
      'that says it unpacks to more than is read',
      zipOf('a.txt', line, maxInflatedBytes + 1),
      'file-too-large',
    ],
    ['that unpacks to more than it says', zipOf('a.txt', zeros, 100), 'file-too-large'],
    ['that unpacks to less than it says', zipOf('a.txt', line, line.length + 1), 'file-damaged'],
    ['whose checksum is another', zipOf('a.txt', line, line.length, 1), 'file-damaged'],
    ['without its directory', zipOf('a.txt', line).slice(0, 40), 'file-damaged'],
    ['of anything else', zipOf('a.txt', toUtf8('hello')), 'file-unknown'],
    ['sealed with PGP', zipOf('Proton Pass/data.pgp', line), 'file-pgp'],
    ['with a broken 1Password export', zipOf('export.data', toUtf8('{')), 'file-damaged'],
  ])('%s is told as such', async (_, bytes, code) => {
    expect(await codeOf(() => parse(bytes))).toBe(code)
  })
})

it('an item of 1Password gives every code that is good', async () => {
  const totps = ['otpauth://totp/x?secret=1', 'JBSWY3DP', 'MFRGGZDF']
  const fields = totps.map((totp) => ({ value: { totp } }))
  const items = [{ overview: { title: 'Acme' }, details: { sections: [{ fields }] } }]
  const content = toUtf8(JSON.stringify({ accounts: [{ vaults: [{ items }] }] }))
  const bytes = zipOf('export.data', content)
  const { entries, problems } = await parseRecognized(recognize(bytes), access)
  expect(entries).toHaveLength(2)
  expect(problems).toMatchObject([{ title: 'Acme', code: 'secret-character' }])
})
