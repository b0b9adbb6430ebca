import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, it } from 'vitest'
import { isPicture } from '@/utils/backup/picture-magic'
import { parseRecognized, recognize } from '@/utils/backup/registry'
import type { Bytes } from '@/utils/bytes/bytes'
import { concat } from '@/utils/bytes/concat'
import { fromHex } from '@/utils/bytes/hex'
import { toUtf8 } from '@/utils/bytes/utf8'
import { codeOf } from '../../vault/error-code'
import { access, fileOf } from '../backup-samples'

const refusal = (bytes: Bytes) => codeOf(() => parseRecognized(recognize(bytes), access))
const kdbx = (...rest: number[]) => Uint8Array.of(0x03, 0xd9, 0xa2, 0x9a, ...rest)

/** A KDBX 4 header whose only field names Twofish, and its checksum. */
const header = concat(
  kdbx(0x67, 0xfb, 0x4b, 0xb5, 1, 0, 4, 0, 2, 16, 0, 0, 0),
  fromHex('ad68f29f576f4bb9a36ad47af965346c'),
  Uint8Array.of(0, 0, 0, 0, 0),
)
const twofish = concat(header, sha256(header))

describe('a file that can never be read says why', () => {
  it.each([
    ['PGP in armour', fileOf('-----BEGIN PGP MESSAGE-----\n\nhQEMA'), 'file-pgp'],
    ['PGP as it is', Uint8Array.of(0x85, 0x01, 0x0c, 0x03, ...new Uint8Array(90)), 'file-pgp'],
    ['age', fileOf('age-encryption.org/v1\n-> X25519 x'), 'file-pgp'],
    ['age in armour', fileOf('-----BEGIN AGE ENCRYPTED FILE-----\nYWdl'), 'file-pgp'],
    [
      'a database off a phone',
      concat(toUtf8('SQLite format 3\0'), new Uint8Array(100)),
      'file-phone-database',
    ],
    [
      'Authy',
      fileOf(
        '<?xml version="1.0"?>\n<map><string name="com.authy.storage.tokens">[]</string></map>',
      ),
      'file-authy',
    ],
    [
      'Bitwarden for one account',
      fileOf({ encrypted: true, passwordProtected: false, data: '2.a|b|c' }),
      'file-account-restricted',
    ],
    ['Bitwarden of before', fileOf({ encrypted: true, items: [] }), 'file-account-restricted'],
    ['KeePass 1', concat(kdbx(0x65, 0xfb, 0x4b, 0xb5), new Uint8Array(100)), 'file-older'],
    ['Twofish', twofish, 'file-cipher-unknown'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code)
  })

  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
    ['GIF', [...toUtf8('GIF89a')]],
    ['WebP', [...toUtf8('RIFF'), 0, 0, 0, 0, ...toUtf8('WEBP')]],
    ['BMP', [...toUtf8('BM'), 60, 0, 0, 0, 0, 0, 0, 0, 26, 0, 0, 0, ...new Uint8Array(40)]],
  ])('%s is a picture', async (_, head) => {
    const bytes = Uint8Array.from([...head, ...new Uint8Array(8)])
    expect(isPicture(bytes)).toBe(true)
    expect(await refusal(bytes)).toBe('file-picture')
  })

  it('text that begins with BM is no picture', () => {
    expect(isPicture(toUtf8('BMW,otpauth,and other names of columns'))).toBe(false)
  })
})
