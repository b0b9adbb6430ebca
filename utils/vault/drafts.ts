import { fromBase64, toBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import { concat } from '@/utils/bytes/concat'
import { toUtf8 } from '@/utils/bytes/utf8'
import { toErrorCode } from '@/utils/errors/app-error'
import { nonceSizeBytes, randomBytes } from './aes-gcm'
import { openBody, sealBody } from './body'
import { vaultEnvelope } from './envelope'

/** What was typed or scanned and not saved, sealed, in its slot. */
export interface SealedDraft {
  readonly slot: string
  /** As `Vault.sealDraft` gave it. */
  readonly sealed: string
}

/** Where sealed drafts lie. The real one is utils/storage/kept-drafts. */
export interface SealedDrafts {
  list(): Promise<readonly SealedDraft[]>
  /** Puts `to` in the place of `from`, if that is still there; null takes it away. */
  replace(slot: string, from: string, to: string | null): Promise<void>
  clear(): Promise<void>
}

/** Parts drafts from bodies under the same key, and one vault's drafts from another's. */
function aadOf(vaultId: string): Bytes {
  return toUtf8(`sixpence-draft-v1.${vaultId}`)
}

/** base64 of a nonce and the sealed JSON of `value`. */
export async function sealDraftWith(dek: Bytes, vaultId: string, value: unknown): Promise<string> {
  const nonce = randomBytes(nonceSizeBytes)
  return toBase64(concat(nonce, await sealBody(dek, nonce, aadOf(vaultId), value)))
}

/** The value of a draft, or null if it was not sealed with this key for this vault. */
export async function openDraftWith(dek: Bytes, vaultId: string, sealed: string): Promise<unknown> {
  try {
    const bytes = fromBase64(sealed, 'vault-damaged')
    const nonce = bytes.slice(0, nonceSizeBytes)
    const ciphertext = bytes.slice(nonceSizeBytes)
    return await openBody(vaultEnvelope, dek, nonce, aadOf(vaultId), ciphertext)
  } catch (error) {
    if (toErrorCode(error) === 'vault-damaged') return null
    throw error
  }
}

/**
 * Seals all drafts anew after a change of the key; those that cannot be opened go. A favour: where
 * it fails they are unreadable, and nobody is told that there was one.
 */
export async function resealDrafts(
  drafts: SealedDrafts | undefined,
  vaultId: string,
  from: Bytes,
  to: Bytes,
): Promise<void> {
  const kept = (await drafts?.list().catch(() => [])) ?? []
  await Promise.allSettled(
    kept.map(async ({ slot, sealed }) => {
      const value = await openDraftWith(from, vaultId, sealed)
      const anew = value === null ? null : await sealDraftWith(to, vaultId, value)
      await drafts?.replace(slot, sealed, anew)
    }),
  )
}
