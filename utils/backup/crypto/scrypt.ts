import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { gateScrypt, longestSaltBytes } from './kdf-gates'

/** scrypt (RFC 7914), gated: 32 bytes. Throws `kdf-refused`, `kdf-failed`. */
export async function scrypt(
  password: Bytes,
  salt: Bytes,
  cost: { readonly n: number; readonly r: number; readonly p: number },
): Promise<Bytes> {
  gateScrypt(cost.n, cost.r, cost.p)
  if (salt.length === 0 || salt.length > longestSaltBytes) throw new AppError('kdf-refused')
  const { scrypt: run } = await import('./wasm-kdfs')
  try {
    return new Uint8Array(
      await run({
        password,
        salt,
        costFactor: cost.n,
        blockSize: cost.r,
        parallelism: cost.p,
        hashLength: 32,
        outputType: 'binary',
      }),
    )
  } catch {
    throw new AppError('kdf-failed')
  }
}
