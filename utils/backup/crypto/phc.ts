import type { Bytes } from '@/utils/bytes/bytes'
import { looseBase64 } from '@/utils/bytes/loose-base64'
import { AppError } from '@/utils/errors/app-error'
import { type Argon2Input, type Argon2Variant, argon2 } from './argon2'
import { sameBytes } from './hmac-sha256'

const shape = /^\$(argon2(?:id|i|d))\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/

/**
 * Whether `secret` gives the hash of a PHC string "$argon2id$v=19$m=..,t=..,p=..$salt$hash". Throws
 * `file-damaged`, `kdf-refused`, `kdf-failed`.
 */
export async function fitsPhc(phc: string, secret: Bytes): Promise<boolean> {
  const [, variant, m, t, p, salt, hash] = shape.exec(phc) ?? []
  const saltBytes = looseBase64(salt ?? '')
  const hashBytes = looseBase64(hash ?? '')
  if (!isVariant(variant) || saltBytes === null || hashBytes === null) {
    throw new AppError('file-damaged', 'no phc string')
  }
  const input: Argon2Input = {
    variant,
    password: secret,
    salt: saltBytes,
    m: Number(m),
    t: Number(t),
    p: Number(p),
    sizeBytes: hashBytes.length,
  }
  return sameBytes(await argon2(input), hashBytes)
}

function isVariant(name: string | undefined): name is Argon2Variant {
  return name === 'argon2id' || name === 'argon2i' || name === 'argon2d'
}
