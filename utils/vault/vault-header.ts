import * as v from 'valibot'
import { toBase64Url } from '@/utils/bytes/base64url'
import type { Bytes } from '@/utils/bytes/bytes'
import { keySizeBytes, randomBytes } from './aes-gcm'
import { vaultEnvelope } from './envelope'
import { generator } from './generator'
import { commonHeader, decodeHeader, encodeHeader, readerVersion } from './header'
import { freshKdf, type KdfCost } from './kdf'
import { sealPasswordSlot } from './slot'
import type { DeriveKek } from './vault'

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

/**
 * A new data key under a password: for a new vault and for every change of the password. Slots of
 * other types wrap the old key and are not carried over. Throws `password-empty`, `kdf-failed`.
 */
export async function newKeyedHeader(
  vaultId: string,
  masterPassword: string,
  deriveKek: DeriveKek,
  previous?: KdfCost,
): Promise<KeyedHeader> {
  const dek = randomBytes(keySizeBytes)
  const kdf = freshKdf(previous)
  const slot = await sealPasswordSlot(vaultEnvelope, dek, masterPassword, kdf, deriveKek)
  const header: VaultHeader = {
    v: readerVersion,
    minReader: 1,
    vaultId,
    generator,
    content: 'application/json;schema=1',
    enc: 'A256GCM',
    slots: [slot],
  }
  return { vaultId, protected: encodeHeader(header), dek }
}
