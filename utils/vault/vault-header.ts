import * as v from 'valibot'
import { toBase64Url } from '@/utils/bytes/base64url'
import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { keySizeBytes, randomBytes } from './aes-gcm'
import { type CalibratedKek, calibrate } from './calibrate'
import { vaultEnvelope } from './envelope'
import { generator } from './generator'
import { commonHeader, decodeHeader, encodeHeader, readerVersion } from './header'
import type { KdfCost } from './kdf'
import { deriveForSlot, type Slot, wrapInSlot } from './slot'
import type { VaultPorts } from './vault'

const vaultHeader = v.looseObject({
  ...commonHeader,
  /** base64url of 16 random bytes, the vault's name for as long as it lives. */
  vaultId: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
})

/** The header of a vault: stable from one password change to the next. */
export type VaultHeader = v.InferOutput<typeof vaultHeader>

/** The header of a generation. Throws `vault-damaged`, `vault-newer`. */
export function decodeVaultHeader(protectedText: string): VaultHeader {
  return decodeHeader(vaultEnvelope, vaultHeader, protectedText)
}

/** A data key and the header that wraps it. */
export interface KeyedHeader {
  readonly vaultId: string
  /** base64url of the header, as `SealedGeneration.protected`. */
  readonly protected: string
  /** 32 bytes; whoever holds it wipes it. */
  readonly dek: Bytes
}

/** A name for a new vault. */
export function newVaultId(): string {
  return toBase64Url(randomBytes(16))
}

/** What a new header's key is derived with. */
export type KeyPorts = Pick<VaultPorts, 'deriveKek' | 'clockMs'>

/** What else goes into a new header. */
export interface HeaderOptions {
  /** What the header before asked for: the new one asks no less. */
  readonly previous?: KdfCost | undefined
  /** Other ways to the new data key, made for it and this vault. */
  readonly otherSlots?: ((dek: Bytes, vaultId: string) => Promise<readonly Slot[]>) | undefined
}

/**
 * A new data key under a password: for a new vault and for every change of the password. Slots of
 * the old header wrap the old key and are not carried over. Throws `password-empty`, `kdf-failed`.
 */
export async function newKeyedHeader(
  vaultId: string,
  masterPassword: string,
  { deriveKek, clockMs }: KeyPorts,
  { previous, otherSlots }: HeaderOptions = {},
): Promise<KeyedHeader> {
  if (masterPassword === '') throw new AppError('password-empty')
  const { kdf, kek }: CalibratedKek = await calibrate(
    (asked) => deriveForSlot(masterPassword, asked, deriveKek),
    clockMs,
    previous,
  )
  const dek = randomBytes(keySizeBytes)
  const slot = await wrapInSlot(vaultEnvelope, dek, kdf, kek)
  const others = (await otherSlots?.(dek, vaultId)) ?? []
  return { vaultId, protected: encodeVaultHeader(vaultId, [slot, ...others]), dek }
}

/** `protected` of a new header with these slots. */
export function encodeVaultHeader(vaultId: string, slots: readonly Slot[]): string {
  const header: VaultHeader = {
    v: readerVersion,
    minReader: 1,
    vaultId,
    generator,
    content: 'application/json;schema=1',
    enc: 'A256GCM',
    slots: [...slots],
  }
  return encodeHeader(header)
}
