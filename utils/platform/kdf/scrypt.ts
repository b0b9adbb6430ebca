import { scrypt } from 'hash-wasm'
import type { Bytes } from '@/utils/bytes/bytes'
import { toUtf8 } from '@/utils/bytes/utf8'

/** What scrypt (RFC 7914) is asked: salt, and cost N, block size r, parallelism p. */
export interface ScryptRequest {
  readonly password: string
  readonly salt: Bytes
  readonly n: number
  readonly r: number
  readonly p: number
}

/** What the worker answers: 32 bytes, or that there was no memory for them. */
export type ScryptAnswer = { readonly key: Bytes } | { readonly failed: true }

/**
 * scrypt of the password's UTF-8: 32 bytes. Blocks its thread and takes N times r times 128 bytes
 * of memory, whatever that is. Throws what WebAssembly throws when memory is short.
 */
export async function runScrypt({ password, salt, n, r, p }: ScryptRequest): Promise<Bytes> {
  const key = await scrypt({
    password: toUtf8(password),
    salt,
    costFactor: n,
    blockSize: r,
    parallelism: p,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(key)
}
