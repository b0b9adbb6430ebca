import { argon2id } from 'hash-wasm'
import { fromBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import { toUtf8 } from '@/utils/bytes/utf8'
import type { KdfParameters } from '@/utils/vault/kdf'

/**
 * Argon2id version 0x13 (RFC 9106) of the password's UTF-8: 32 bytes. Blocks its thread. Takes
 * whatever it is given: `gateKdf` comes first. Throws what WebAssembly throws when memory is short.
 */
export async function runArgon2id(masterPassword: string, kdf: KdfParameters): Promise<Bytes> {
  const kek = await argon2id({
    password: toUtf8(masterPassword),
    salt: fromBase64(kdf.salt),
    memorySize: kdf.m,
    iterations: kdf.t,
    parallelism: kdf.p,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(kek)
}
