import { toBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import { toUtf8 } from '@/utils/bytes/utf8'
import type { DamagedPiece } from './vault'

/** Everything that was found damaged in one file, byte for byte as it lay: docs/vault-format.md. */
export function toRescueFile(pieces: readonly DamagedPiece[]): Bytes {
  const listed = pieces.map(({ from, generation, foundAtMs, bytes }) => ({
    from,
    generation,
    foundAtMs,
    bytes: toBase64(bytes),
  }))
  return toUtf8(JSON.stringify({ format: 'sixpence-damaged', version: 1, pieces: listed }))
}
