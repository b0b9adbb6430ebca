import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { type Argon2Cost, gateArgon2, longestSaltBytes } from './kdf-gates'

/** The variants of RFC 9106 section 3.1. */
export type Argon2Variant = 'argon2d' | 'argon2i' | 'argon2id'

/** What Argon2 is computed from. */
export interface Argon2Input extends Argon2Cost {
  readonly variant: Argon2Variant
  readonly password: Bytes
  readonly salt: Bytes
  readonly sizeBytes: number
}

/** The least memory that Argon2 runs in, in KiB a lane (RFC 9106 section 3.1). */
const leastMemoryKib = 8

/**
 * Argon2 version 0x13 (RFC 9106), gated. Blocks its thread and may take a minute: a worker runs it.
 * Throws `kdf-refused`, `kdf-failed` where there is no memory for it.
 */
export async function argon2(input: Argon2Input): Promise<Bytes> {
  const { variant, password, salt, m, t, p, sizeBytes } = input
  gateArgon2(input)
  const fits = salt.length >= 8 && salt.length <= longestSaltBytes && m >= leastMemoryKib * p
  if (!fits || sizeBytes < 4 || sizeBytes > 128) throw new AppError('kdf-refused')
  const runners = await import('./wasm-kdfs')
  try {
    return new Uint8Array(
      await runners[variant]({
        password,
        salt,
        memorySize: m,
        iterations: t,
        parallelism: p,
        hashLength: sizeBytes,
        outputType: 'binary',
      }),
    )
  } catch {
    throw new AppError('kdf-failed', undefined, { mebibytes: Math.ceil(m / 1024) })
  }
}
