import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { backupHeader, parseOwnFile, payloadAad } from '@/utils/backup/formats/sixpence-file'
import { parseRecognized, recognize } from '@/utils/backup/registry'
import { fromBase64 } from '@/utils/bytes/base64'
import { toOtpauthUri } from '@/utils/otp/to-otpauth-uri'
import { runArgon2id } from '@/utils/platform/kdf/argon2'
import { aesGcmOpen } from '@/utils/vault/aes-gcm'
import { backupEnvelope, bodyAad, vaultEnvelope } from '@/utils/vault/envelope'
import { decodeHeader } from '@/utils/vault/header'
import { openWithPassword } from '@/utils/vault/open-with-password'
import { createPasskeys } from '@/utils/vault/passkeys'
import { openPasswordSlots } from '@/utils/vault/slot'
import type { DeriveKek } from '@/utils/vault/vault'
import { fromVaultFile } from '@/utils/vault/vault-file'
import { codeOf } from './error-code'
import { memoryPorts } from './memory-ports'
import { readVectors, type Vector } from './vector-files'

/** What a reader made of a file. */
interface Opened {
  readonly entries: readonly string[]
  readonly others: number
  readonly payload: string
}

const derived = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/** Argon2id, each question answered once: the vectors share a few passwords and salts. */
const deriveKek: DeriveKek = async (masterPassword, kdf) => {
  const { m, t, p, salt } = kdf
  const question = JSON.stringify([masterPassword, m, t, p, salt])
  const kek = derived.get(question) ?? runArgon2id(masterPassword, kdf)
  derived.set(question, kek)
  return (await kek).slice()
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

function payloadHash(plain: Uint8Array | null): string {
  if (plain === null) throw new Error('the body did not open again')
  return hashOf(new TextDecoder().decode(plain).trim())
}

async function openVault({ bytes, password }: Vector): Promise<Opened> {
  const { document, sealed, dek } = await openWithPassword(
    [fromVaultFile(bytes)],
    password,
    deriveKek,
  )
  const aad = bodyAad(vaultEnvelope, sealed.protected, sealed.generation)
  return {
    entries: document.accounts.map(toOtpauthUri),
    others: document.unsupported.length,
    payload: payloadHash(await aesGcmOpen(dek, sealed.nonce, aad, sealed.ciphertext)),
  }
}

async function openBackup({ bytes, password }: Vector): Promise<Opened> {
  const recognized = recognize(bytes)
  const parsed = await parseRecognized(recognized, { password, deriveKek })
  return {
    entries: parsed.entries.map(toOtpauthUri),
    others: parsed.unsupported.length + parsed.problems.length,
    payload: await payloadOf(recognized.file.json, password),
  }
}

async function payloadOf(json: unknown, password: string): Promise<string> {
  const own = parseOwnFile(json)
  if (own.kind === 'plain') return hashOf(JSON.stringify(own.payload))
  const { protected: text, ciphertext } = own.file
  const header = decodeHeader(backupEnvelope, backupHeader, text)
  const dek = await openPasswordSlots(backupEnvelope, header.slots, password, deriveKek)
  const nonce = fromBase64(header.nonce)
  return payloadHash(await aesGcmOpen(dek, nonce, payloadAad(text), fromBase64(ciphertext)))
}

const open = { vault: openVault, backup: openBackup }
const vectors = readVectors()
const good = vectors.filter((vector) => vector.expect === 'success')
const bad = vectors.filter((vector) => vector.expect !== 'success')

describe('the public vectors', () => {
  it('are more than sixty, good and bad', () => {
    expect(good.length).toBeGreaterThan(60)
    expect(bad.length).toBeGreaterThan(60)
  })

  it.each(good.map((vector) => [vector.name, vector] as const))('%s opens', async (_, vector) => {
    const { entries, others, payload } = vector
    expect(await open[vector.reader](vector)).toEqual({ entries, others, payload })
  })

  it.each(bad.map((vector) => [vector.name, vector.expect, vector] as const))(
    '%s is refused: %s',
    async (_, expected, vector) => {
      expect(await codeOf(() => open[vector.reader](vector))).toBe(expected)
    },
  )
})

describe('a passkey', () => {
  const asking = vectors.flatMap((vector) =>
    vector.passkey === undefined ? [] : [[vector.name, vector.passkeyExpect, vector] as const],
  )

  it('asks in vectors good and bad', () => {
    expect(new Set(asking.map(([, expected]) => expected))).toEqual(
      new Set(['success', 'passkey-wrong', 'passkey-unsupported', 'vault-damaged']),
    )
  })

  it.each(asking)('that asks in %s gets: %s', async (_, expected, { bytes, passkey }) => {
    const ports = memoryPorts()
    ports.store.generations = [fromVaultFile(bytes)]
    const { credential = '', prf = '' } = passkey ?? {}
    const answer = { credential, prf: fromBase64(prf) }
    const code = await codeOf(() => createPasskeys(ports).unlock(answer, 1))
    expect(code === 'none' ? 'success' : code).toBe(expected)
    expect(ports.session.session !== null).toBe(expected === 'success')
  })
})
