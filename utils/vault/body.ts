import type { Bytes } from '@/utils/bytes/bytes'
import { wipe } from '@/utils/bytes/wipe'
import { AppError } from '@/utils/errors/app-error'
import { aesGcmOpen, aesGcmSeal } from './aes-gcm'
import type { EnvelopeKind } from './envelope'
import { fromPaddedJson, toPaddedJson } from './padding'

/** Seals `value` as padded JSON under the data key. A nonce serves one body, ever. */
export async function sealBody(
  dek: Bytes,
  nonce: Bytes,
  aad: Bytes,
  value: unknown,
): Promise<Bytes> {
  const plain = toPaddedJson(value)
  const sealed = await aesGcmSeal(dek, nonce, aad, plain)
  wipe(plain)
  return sealed
}

/** The value of a sealed body. Throws the kind's `damaged` if anything of it was changed. */
export async function openBody(
  kind: EnvelopeKind,
  dek: Bytes,
  nonce: Bytes,
  aad: Bytes,
  sealed: Bytes,
): Promise<unknown> {
  const plain = await aesGcmOpen(dek, nonce, aad, sealed)
  if (plain === null) throw new AppError(kind.damaged, 'body does not authenticate')
  try {
    return fromPaddedJson(plain, kind)
  } finally {
    wipe(plain)
  }
}
