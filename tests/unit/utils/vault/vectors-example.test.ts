import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fromBase64 } from '@/utils/bytes/base64'
import { fromUtf8 } from '@/utils/bytes/utf8'
import { runArgon2id } from '@/utils/platform/kdf/argon2'
import { aesGcmOpen } from '@/utils/vault/aes-gcm'
import { bodyAad, slotAad, vaultEnvelope } from '@/utils/vault/envelope'
import { gateKdf } from '@/utils/vault/kdf'
import { passwordSlots } from '@/utils/vault/slot'
import { fromVaultFile } from '@/utils/vault/vault-file'
import { decodeVaultHeader } from '@/utils/vault/vault-header'
import { readVectors } from './vector-files'

const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** The lines `name = value` of the worked example. */
function readExample(): Record<string, string> {
  const text = readFileSync('docs/vault-format.md', 'utf8')
  const block = /## 12\. Worked example[\s\S]*?```text\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
  const lines = block.trim().split('\n')
  return Object.fromEntries(lines.map((line) => line.split(' = ') as [string, string]))
}

/** The same lines, worked out from the file that the example is about. */
async function workOut(): Promise<Record<string, string>> {
  const vector = readVectors().find(({ name }) => name === 'vault-usual') ?? expect.fail()
  const sealed = fromVaultFile(vector.bytes)
  const slot = passwordSlots(decodeVaultHeader(sealed.protected).slots)[0] ?? expect.fail()
  const kdf = gateKdf(slot.kdf)
  const kek = await runArgon2id(vector.password, kdf)
  const slotNonce = fromBase64(slot.nonce)
  const key = fromBase64(slot.key)
  const dek = (await aesGcmOpen(kek, slotNonce, slotAad(vaultEnvelope), key)) ?? expect.fail()
  const aad = bodyAad(vaultEnvelope, sealed.protected, sealed.generation)
  const { nonce, ciphertext } = sealed
  const plain = (await aesGcmOpen(dek, nonce, aad, ciphertext)) ?? expect.fail()
  const json = plain.slice(0, plain.findLastIndex((byte) => byte !== 0x20) + 1)
  return {
    password: vector.password,
    kdf: `m=${kdf.m} t=${kdf.t} p=${kdf.p}`,
    salt: toHex(fromBase64(kdf.salt)),
    kek: toHex(kek),
    'slot aad': fromUtf8(slotAad(vaultEnvelope)),
    'slot nonce': toHex(slotNonce),
    'slot key': toHex(key),
    dek: toHex(dek),
    generation: String(sealed.generation),
    'protected length': String(sealed.protected.length),
    'body aad end': fromUtf8(aad.slice(-8)),
    'body aad length': String(aad.length),
    'body aad sha256': hashOf(aad),
    'body nonce': toHex(nonce),
    'ciphertext length': String(ciphertext.length),
    'ciphertext start': toHex(ciphertext.slice(0, 16)),
    tag: toHex(ciphertext.slice(-16)),
    'plain length': String(plain.length),
    'plain start': toHex(plain.slice(0, 16)),
    'json length': String(json.length),
    'json sha256': hashOf(json),
  }
}

it('the worked example of docs/vault-format.md is what the code works out', async () => {
  expect(readExample()).toEqual(await workOut())
})
