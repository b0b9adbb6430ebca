import { toBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import { toUtf8 } from '@/utils/bytes/utf8'
import { wipe } from '@/utils/bytes/wipe'
import { keySizeBytes, nonceSizeBytes, randomBytes } from '@/utils/vault/aes-gcm'
import { sealBody } from '@/utils/vault/body'
import type { VaultDocument } from '@/utils/vault/document'
import { backupEnvelope } from '@/utils/vault/envelope'
import { generator } from '@/utils/vault/generator'
import { encodeHeader, readerVersion } from '@/utils/vault/header'
import { freshKdf } from '@/utils/vault/kdf'
import { sealPasswordSlot } from '@/utils/vault/slot'
import type { FileAccess } from '../format'
import { type BackupHeader, fileHead, payloadAad } from './sixpence-file'
import { toPayload } from './sixpence-payload'
import { toTimestamp } from './timestamp'

function toFile(members: object): Bytes {
  return toUtf8(`${JSON.stringify({ ...fileHead, ...members }, null, 2)}\n`)
}

/** The sealed variant under a password of its own. Throws `password-empty`, `kdf-failed`. */
export async function writeSealed(
  document: VaultDocument,
  { password, deriveKek }: FileAccess,
  nowMs: number,
): Promise<Bytes> {
  const dek = randomBytes(keySizeBytes)
  const nonce = randomBytes(nonceSizeBytes)
  const header: BackupHeader = {
    v: readerVersion,
    minReader: 1,
    created: toTimestamp(nowMs),
    generator,
    content: 'application/json;schema=1',
    enc: 'A256GCM',
    nonce: toBase64(nonce),
    slots: [await sealPasswordSlot(backupEnvelope, dek, password, freshKdf(), deriveKek)],
  }
  const protectedText = encodeHeader(header)
  const aad = payloadAad(protectedText)
  const ciphertext = await sealBody(dek, nonce, aad, toPayload(document))
  wipe(dek)
  return toFile({ protected: protectedText, ciphertext: toBase64(ciphertext) })
}

/** The plain variant: readable by everybody who finds the file. */
export function writePlain(document: VaultDocument): Bytes {
  return toFile({ payload: toPayload(document) })
}
