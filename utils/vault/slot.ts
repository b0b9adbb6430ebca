import * as v from 'valibot'
import { fromBase64, toBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import { wipe } from '@/utils/bytes/wipe'
import { AppError } from '@/utils/errors/app-error'
import { aesGcmOpen, aesGcmSeal, keySizeBytes, nonceSizeBytes, randomBytes } from './aes-gcm'
import { type EnvelopeKind, slotAad } from './envelope'
import { gateKdf, gateWork, type KdfParameters } from './kdf'
import { passwordVariants } from './password-variants'
import type { DeriveKek } from './vault'

const tagSizeBytes = 16
/** One is written; each one costs a derivation. */
const maxPasswordSlots = 2

const passwordSlot = v.looseObject({
  type: v.literal('password'),
  kdf: v.looseObject({
    name: v.string(),
    version: v.number(),
    m: v.number(),
    t: v.number(),
    p: v.number(),
    salt: v.string(),
  }),
  /** base64 of 12 bytes. */
  nonce: v.string(),
  /** base64 of 48 bytes: the wrapped DEK and its tag. */
  key: v.string(),
})

const otherSlot = v.pipe(
  v.looseObject({ type: v.string() }),
  v.check((slot) => slot.type !== 'password'),
)

/** A way to the data key. Types of newer versions are kept as they are and not used. */
export const slotSchema = v.union([passwordSlot, otherSlot])

/** A slot that a password opens. */
export type PasswordSlot = v.InferOutput<typeof passwordSlot>
/** Any slot. */
export type Slot = v.InferOutput<typeof slotSchema>

interface ReadySlot {
  readonly kdf: KdfParameters
  readonly nonce: Bytes
  readonly key: Bytes
}

/** Wraps the data key under a master password. Throws `password-empty`, `kdf-failed`. */
export async function sealPasswordSlot(
  kind: EnvelopeKind,
  dek: Bytes,
  masterPassword: string,
  kdf: KdfParameters,
  deriveKek: DeriveKek,
): Promise<PasswordSlot> {
  const kek = await deriveForSlot(masterPassword, kdf, deriveKek)
  return await wrapInSlot(kind, dek, kdf, kek)
}

/**
 * The KEK for a new slot. Throws `password-empty`, `kdf-failed`, and `kdf-refused` where the slot
 * would never open again: readers bound the work of all forms of a password together.
 */
export async function deriveForSlot(
  masterPassword: string,
  kdf: KdfParameters,
  deriveKek: DeriveKek,
): Promise<Bytes> {
  gateWork([gateKdf(kdf)], passwordVariants(masterPassword).length)
  return await deriveKek(masterPassword, kdf)
}

/** Wraps the data key under the KEK that `kdf` gave, and wipes the KEK. */
export async function wrapInSlot(
  kind: EnvelopeKind,
  dek: Bytes,
  kdf: KdfParameters,
  kek: Bytes,
): Promise<PasswordSlot> {
  const nonce = randomBytes(nonceSizeBytes)
  const key = await aesGcmSeal(kek, nonce, slotAad(kind), dek)
  wipe(kek)
  return { type: 'password', kdf: { ...kdf }, nonce: toBase64(nonce), key: toBase64(key) }
}

/** The password slots of a header. */
export function passwordSlots(slots: readonly Slot[]): PasswordSlot[] {
  return slots.filter((slot): slot is PasswordSlot => slot.type === 'password')
}

/** A slot that opened. */
export interface OpenedSlot {
  /** 32 bytes; whoever holds it wipes it. */
  readonly dek: Bytes
  /** The form of the password that opened it: the one to seal a successor under. */
  readonly form: string
}

/**
 * The data key, by the first slot that the password opens; the caller wipes it. Throws
 * `password-empty`, `password-wrong`, `kdf-refused`, `kdf-failed`, the kind's `damaged`.
 */
export async function openPasswordSlots(
  kind: EnvelopeKind,
  slots: readonly Slot[],
  masterPassword: string,
  deriveKek: DeriveKek,
): Promise<Bytes> {
  return (await findPasswordSlot(kind, slots, masterPassword, deriveKek)).dek
}

/** As `openPasswordSlots`, with how it opened. */
export async function findPasswordSlot(
  kind: EnvelopeKind,
  slots: readonly Slot[],
  masterPassword: string,
  deriveKek: DeriveKek,
): Promise<OpenedSlot> {
  const variants = passwordVariants(masterPassword)
  const ready = readySlots(kind, passwordSlots(slots))
  gateWork(
    ready.map(({ kdf }) => kdf),
    variants.length,
  )
  for (const form of variants) {
    for (const slot of ready) {
      const dek = await openSlot(kind, slot, form, deriveKek)
      if (dek !== null) return { dek, form }
    }
  }
  throw new AppError('password-wrong')
}

/** All slots are judged before the first derivation. */
function readySlots(kind: EnvelopeKind, slots: readonly PasswordSlot[]): ReadySlot[] {
  if (slots.length === 0) throw new AppError(kind.damaged, 'no password slot')
  if (slots.length > maxPasswordSlots) throw new AppError('kdf-refused', 'too many slots')
  return slots.map((slot) => {
    const kdf = gateKdf(slot.kdf)
    const nonce = fromBase64(slot.nonce, kind.damaged)
    const key = fromBase64(slot.key, kind.damaged)
    if (nonce.length !== nonceSizeBytes || key.length !== keySizeBytes + tagSizeBytes) {
      throw new AppError(kind.damaged, 'slot ill-shaped')
    }
    return { kdf, nonce, key }
  })
}

async function openSlot(
  kind: EnvelopeKind,
  { kdf, nonce, key }: ReadySlot,
  password: string,
  deriveKek: DeriveKek,
): Promise<Bytes | null> {
  const kek = await deriveKek(password, kdf)
  const dek = await aesGcmOpen(kek, nonce, slotAad(kind), key)
  wipe(kek)
  return dek
}
