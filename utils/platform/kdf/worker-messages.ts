import type { Bytes } from '@/utils/bytes/bytes'
import type { KdfParameters } from '@/utils/vault/kdf'

/** What the worker is asked. */
export interface KdfRequest {
  readonly masterPassword: string
  readonly kdf: KdfParameters
}

/** What it answers: 32 bytes, or that there was no memory for them. */
export type KdfAnswer = { readonly kek: Bytes } | { readonly failed: true }
