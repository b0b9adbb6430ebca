import { expect, it } from 'vitest'
import { aesGcmOpen, aesGcmSeal, keySizeBytes, randomBytes } from '@/utils/vault/aes-gcm'

const key = randomBytes(keySizeBytes)
const aad = new Uint8Array([1, 2, 3])
const plain = new Uint8Array([4, 5, 6])

it('opens what was sealed', async () => {
  const nonce = randomBytes(12)
  expect(await aesGcmOpen(key, nonce, aad, await aesGcmSeal(key, nonce, aad, plain))).toEqual(plain)
})

it.each([0, 11, 13, 16])(
  'refuses a nonce of %d bytes, even one it was sealed with',
  async (size) => {
    const nonce = randomBytes(size)
    const sealed = await aesGcmSeal(key, nonce, aad, plain).catch(() => new Uint8Array(19))
    expect(await aesGcmOpen(key, nonce, aad, sealed)).toBeNull()
  },
)
