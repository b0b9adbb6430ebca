import type { Bytes } from '@/utils/bytes/bytes'
import { toUtf8 } from '@/utils/bytes/utf8'
import type { ErrorCode } from '@/utils/errors/app-error'
import { fileDepth } from './json'

/*
 * [Note: Key hierarchy]
 *
 *   master password --Argon2id(salt, m, t, p)--> KEK  (32 bytes, never stored)
 *   KEK   --AES-256-GCM, AAD "<label>.slot"-->   a slot of the header: the DEK, wrapped
 *   DEK   --AES-256-GCM, AAD "<label>.<protected>..."--> the body
 *
 * The DEK is 32 random bytes, new with every password. A header lists one slot per way in; each
 * wraps the same DEK. `protected` is the base64url of the header's UTF-8 JSON and stands verbatim
 * in the body's AAD, so every byte of the header is authenticated and nothing needs canonical
 * JSON. Password slots need no more than a constant AAD: other KDF parameters give another KEK.
 *
 * A slot whose tag does not fit means a wrong password; a slot that opens above a body that does
 * not means damage. Labels part the formats: a vault's body never passes for a backup's.
 */

/** A format built of a sealed header and a sealed body, and how its failures are called. */
export interface EnvelopeKind {
  /** ASCII; the first part of every AAD. */
  readonly label: string
  readonly damaged: ErrorCode
  readonly newer: ErrorCode
  /** How deep a body may nest. */
  readonly maxDepth: number
}

/** The envelope of the vault in storage and of its copies. */
export const vaultEnvelope: EnvelopeKind = {
  label: 'sixpence-vault-v1',
  damaged: 'vault-damaged',
  newer: 'vault-newer',
  // Ours alone, and what files bring in lies a little deeper here: it must always open again.
  maxDepth: 16 * fileDepth,
}

/** The envelope of a backup file. */
export const backupEnvelope: EnvelopeKind = {
  label: 'sixpence-backup-v1',
  damaged: 'file-damaged',
  newer: 'file-newer',
  maxDepth: fileDepth,
}

/** AAD of a slot; a password slot's has no more parts, see [Note: Passkey slots] for others. */
export function slotAad(kind: EnvelopeKind, ...parts: readonly string[]): Bytes {
  return toUtf8([kind.label, 'slot', ...parts].join('.'))
}

/** AAD of a body: the label, the header verbatim and what else must not be exchanged. */
export function bodyAad(kind: EnvelopeKind, ...parts: readonly (string | number)[]): Bytes {
  return toUtf8([kind.label, ...parts].join('.'))
}
