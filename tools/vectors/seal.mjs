// Seals files for the public vectors with node's AES-GCM and hash-wasm's Argon2id. None of it is the
// vault's own code: reader and vectors must not be wrong in the same way. Nothing here is random:
// the same table gives the same bytes.
import { Buffer } from 'node:buffer'
import { createCipheriv, createHash, hkdfSync } from 'node:crypto'
import { argon2id } from 'hash-wasm'

/** What opens every vector that names no other password. */
export const usualPassword = 'correct horse battery staple'

/** The cheapest derivation that readers take. */
export const cheapCost = { m: 19_456, t: 1, p: 1 }

const same = (value) => value

/** `size` bytes that stand in for random ones, at most 32. */
export const bytesOf = (name, size) =>
  createHash('sha256').update(`sixpence vector: ${name}`).digest().subarray(0, size)

/** Padded base64. */
export const base64 = (bytes) => Buffer.from(bytes).toString('base64')
const base64Url = (text) => Buffer.from(text).toString('base64url')

const dek = bytesOf('dek', 32)
const derived = new Map()

/** The key-encryption key; the same question is answered once. */
export async function kekOf(password, { m, t, p, salt }) {
  const question = JSON.stringify([password, m, t, p, salt])
  const known = derived.get(question)
  if (known) return known
  const kek = await argon2id({
    password: Buffer.from(password),
    salt: Buffer.from(salt, 'base64'),
    memorySize: m,
    iterations: t,
    parallelism: p,
    hashLength: 32,
    outputType: 'binary',
  })
  derived.set(question, kek)
  return kek
}

/** AES-256-GCM, the tag last. */
export function gcm(key, nonce, aad, plain) {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(aad))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/**
 * A password slot. `cost` and `saltSize` are really derived with; `nonceSize`, `wraps` and `label`
 * are really sealed with.
 */
async function makeSlot(kind, options) {
  const { password = usualPassword, cost = cheapCost, saltSize = 16, name = 'first' } = options
  const { nonceSize = 12, wraps = dek, label = `sixpence-${kind}-v1` } = options
  const salt = base64(bytesOf(`${name} salt`, saltSize))
  const nonce = bytesOf(`${name} slot nonce`, nonceSize)
  const kek = await kekOf(password, { ...cost, salt })
  const key = gcm(kek, nonce, `${label}.slot`, wraps)
  const kdf = { name: 'argon2id', version: 19, ...cost, salt }
  return { type: 'password', kdf, nonce: base64(nonce), key: base64(key) }
}

/** The base64url name of the vault in every vector. */
const vaultId = bytesOf('vault id', 16).toString('base64url')

/** HKDF-SHA256 of 32 bytes without a salt (RFC 5869). */
export const hkdf = (secret, info) => Buffer.from(hkdfSync('sha256', secret, '', info, 32))

/** What a passkey of that name answers to everything. */
export const prfOf = (name) => bytesOf(`${name} prf`, 32)
/** The base64 of its credential's id. */
export const credentialOf = (name) => base64(bytesOf(`${name} credential`, 20))

/** A passkey slot. Everything but `members`, which are put over it, is really sealed with. */
export function passkeySlot({ name = 'passkey', members = {}, ...options } = {}) {
  const { nonceSize = 12, wraps = dek, vault = vaultId } = options
  const { credential = credentialOf(name), prf = prfOf(name) } = options
  const nonce = bytesOf(`${name} nonce`, nonceSize)
  const aad = `sixpence-vault-v1.slot.passkey.${vault}.${credential}`
  const key = base64(gcm(hkdf(prf, 'sixpence-vault-v1.passkey'), nonce, aad, wraps))
  const salt = base64(bytesOf(`${name} salt`, 32))
  return { type: 'passkey', credential, salt, nonce: base64(nonce), key, ...members }
}

const content = 'application/json;schema=1'

function headerOf(kind, slots, nonce) {
  const own = kind === 'vault' ? { vaultId } : { created: '2026-11-21T12:30:45.678Z' }
  const head = { v: 1, minReader: 1, ...own, generator: 'sixpence/0.1.0', content, enc: 'A256GCM' }
  return { ...head, ...(kind === 'vault' ? {} : { nonce: base64(nonce) }), slots }
}

/** JSON filled up with spaces to whole steps of 4096 bytes, as writers do. */
export function padded(json) {
  const bytes = Buffer.from(json)
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 4095, ' ')])
}

/**
 * A sealed file of `kind` ('vault' or 'backup') around the JSON text `body`. Every step can be
 * bent: `slot` (options of makeSlot), `slots`, `header`, `headerText`, `label`, `sealedAs` (another
 * generation in the AAD), `aadEnd`, `nonceSize`, `pad`, `file`, `fileText`.
 * @returns {Promise<Buffer>}
 */
export async function seal(kind, body, how = {}) {
  const { slots = (slot) => [slot], header = same, headerText = JSON.stringify } = how
  const { label = `sixpence-${kind}-v1`, generation = 3, nonceSize = 12, pad = padded } = how
  const { aadEnd = '', sealedAs = generation, file = same, fileText = JSON.stringify } = how
  const make = (options) => makeSlot(kind, options)
  const nonce = bytesOf(`${kind} body nonce`, nonceSize)
  const stated = header(headerOf(kind, await slots(await make(how.slot ?? {}), make), nonce))
  const protectedText = base64Url(headerText(stated))
  const number = kind === 'vault' ? `.${sealedAs}` : aadEnd
  const aad = `${label}.${protectedText}${number}`
  const ciphertext = base64(gcm(dek, nonce, aad, pad(body)))
  const own = kind === 'vault' ? { generation } : {}
  const sealed = { format: `sixpence-${kind}`, version: 1, ...own, protected: protectedText }
  const whole = { ...sealed, ...(kind === 'vault' ? { nonce: base64(nonce) } : {}), ciphertext }
  return Buffer.from(fileText(file(whole)))
}
