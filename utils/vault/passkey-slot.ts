import * as v from 'valibot'
import { fromBase64, toBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import { toUtf8 } from '@/utils/bytes/utf8'
import { wipe } from '@/utils/bytes/wipe'
import { AppError } from '@/utils/errors/app-error'
import { aesGcmOpen, aesGcmSeal, keySizeBytes, nonceSizeBytes, randomBytes } from './aes-gcm'
import { slotAad, vaultEnvelope } from './envelope'
import { hkdfSha256 } from './hkdf'
import type { Slot } from './slot'

/*
 * [Note: Passkey slots]
 *
 *   passkey --WebAuthn PRF(salt)--> 32 bytes --HKDF-SHA256(info "<label>.passkey")--> KEK
 *   KEK --AES-256-GCM, AAD "<label>.slot.passkey.<vaultId>.<credential>"--> the DEK, wrapped
 *
 * A second way to the same DEK, in vaults alone. The AAD names type, vault and credential, unlike
 * that of password slots, whose salt gives each of them another KEK: a passkey answers the same to
 * the same salt wherever it is asked, so a slot of another vault, or one put under another
 * credential, would open to a key that opens nothing here. Bound, it does not open at all.
 *
 * The wrapping is symmetric on purpose. Wrapping for a public key would let a new DEK be wrapped
 * without asking for the passkey, but just as well by whoever can write to the disk: the passkey
 * would then open a vault of somebody else's making.
 *
 * Opening by password never looks into these slots: whatever is wrong with them, the password opens.
 */

/** How many passkeys one vault may have. */
export const maxPasskeys = 8
/** What goes into the passkey, and what comes out of it. */
export const passkeySaltSizeBytes = 32
const prfSizeBytes = 32
const tagSizeBytes = 16
/** The most that authenticators make (CTAP 2.1 section 6.1). */
const maxCredentialSizeBytes = 1_023

/** base64 of that many bytes. */
const base64Of = (least: number, most = least) =>
  v.pipe(
    v.string(),
    v.check((text) => {
      try {
        const { length } = fromBase64(text, 'vault-damaged')
        return length >= least && length <= most
      } catch {
        return false
      }
    }),
  )

const passkeySlot = v.looseObject({
  type: v.literal('passkey'),
  /** The credential's id. */
  credential: base64Of(1, maxCredentialSizeBytes),
  /** What the passkey is asked with. */
  salt: base64Of(passkeySaltSizeBytes),
  nonce: base64Of(nonceSizeBytes),
  /** The wrapped DEK and its tag. */
  key: base64Of(keySizeBytes + tagSizeBytes),
})

/** A slot that a passkey opens. */
export type PasskeySlot = v.InferOutput<typeof passkeySlot>

/** What a passkey answered: what it is asked is in its slot. */
export interface PasskeyAnswer {
  /** base64 of the credential's id. */
  readonly credential: string
  /** The 32 bytes of its PRF; whoever holds them wipes them. */
  readonly prf: Bytes
}

/** A passkey that was just made: its answer, and to what. */
export interface NewPasskey extends PasskeyAnswer {
  /** base64 of 32 bytes. */
  readonly salt: string
}

/**
 * The passkey slots of a header, all judged before one is used. Throws `vault-damaged` for one that
 * does not hold, for two of one credential and for more than eight.
 */
export function passkeySlots(slots: readonly Slot[]): PasskeySlot[] {
  const stated = slots.filter(({ type }) => type === 'passkey')
  const judged = v.safeParse(v.pipe(v.array(passkeySlot), v.maxLength(maxPasskeys)), stated)
  if (!judged.success) throw new AppError('vault-damaged', 'passkey slot ill-shaped')
  const distinct = new Set(judged.output.map(({ credential }) => credential))
  if (distinct.size < stated.length) throw new AppError('vault-damaged', 'one passkey twice')
  return judged.output
}

/** Wraps the data key under a passkey. Throws `passkey-unsupported` for a PRF of another length. */
export async function sealPasskeySlot(
  vaultId: string,
  dek: Bytes,
  { credential, salt, prf }: NewPasskey,
): Promise<PasskeySlot> {
  const kek = await kekOf(prf)
  const nonce = randomBytes(nonceSizeBytes)
  const key = await aesGcmSeal(kek, nonce, aadOf(vaultId, credential), dek)
  wipe(kek)
  return { type: 'passkey', credential, salt, nonce: toBase64(nonce), key: toBase64(key) }
}

/**
 * The data key; the caller wipes it. Null if the answer does not open the slot: another passkey's,
 * or the slot is another vault's. Throws `passkey-unsupported` for a PRF of another length.
 */
export async function openPasskeySlot(
  vaultId: string,
  { credential, nonce, key }: PasskeySlot,
  prf: Bytes,
): Promise<Bytes | null> {
  const kek = await kekOf(prf)
  const aad = aadOf(vaultId, credential)
  const dek = await aesGcmOpen(kek, fromBase64(nonce), aad, fromBase64(key))
  wipe(kek)
  return dek
}

async function kekOf(prf: Bytes): Promise<Bytes> {
  if (prf.length !== prfSizeBytes) throw new AppError('passkey-unsupported', 'prf of other length')
  return await hkdfSha256(prf, toUtf8(`${vaultEnvelope.label}.passkey`))
}

function aadOf(vaultId: string, credential: string): Bytes {
  return slotAad(vaultEnvelope, 'passkey', vaultId, credential)
}
