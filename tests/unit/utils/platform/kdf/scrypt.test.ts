import { expect, it } from 'vitest'
import { toHex } from '@/utils/bytes/hex'
import { toUtf8 } from '@/utils/bytes/utf8'
import { runScrypt } from '@/utils/platform/kdf/scrypt'

// RFC 7914 section 12, the first 32 of 64 bytes: the output's length only cuts it off.
it.each([
  [
    'password',
    'NaCl',
    1024,
    8,
    16,
    'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162',
  ],
  [
    'pleaseletmein',
    'SodiumChloride',
    16_384,
    8,
    1,
    '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
  ],
])('scrypt of %j and %j with %i, %i, %i', async (password, salt, n, r, p, key) => {
  expect(toHex(await runScrypt({ password, salt: toUtf8(salt), n, r, p }))).toBe(key)
})
