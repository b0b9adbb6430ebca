import { fromBase64 } from '@/utils/bytes/base64'
import { wipe } from '@/utils/bytes/wipe'
import { AppError } from '@/utils/errors/app-error'
import { nonceSizeBytes } from '@/utils/vault/aes-gcm'
import { openBody } from '@/utils/vault/body'
import { backupEnvelope } from '@/utils/vault/envelope'
import { decodeHeader } from '@/utils/vault/header'
import { openPasswordSlots } from '@/utils/vault/slot'
import type { BackupFormat, FileAccess } from '../format'
import {
  backupHeader,
  claimsToBeOurs,
  parseOwnFile,
  payloadAad,
  type SealedFile,
} from './sixpence-file'
import { fromPayload } from './sixpence-payload'

/** How a file of ours starts, for one that was cut off and is no JSON any more. */
const opening = /^\s{0,64}\{\s{0,64}"format"\s{0,8}:\s{0,8}"sixpence-backup"/

/** Our own backup, sealed or plain. */
export const sixpence: BackupFormat = {
  id: 'sixpence',
  matches: ({ json, text }) =>
    claimsToBeOurs(json) || (json === undefined && text !== null && opening.test(text)),
  isEncrypted: ({ json }) => typeof json === 'object' && json !== null && 'ciphertext' in json,
  async parse({ json }, access) {
    const own = parseOwnFile(json)
    return fromPayload(own.kind === 'plain' ? own.payload : await openPayload(own.file, access))
  },
}

async function openPayload(file: SealedFile, { password, deriveKek }: FileAccess) {
  const header = decodeHeader(backupEnvelope, backupHeader, file.protected)
  const nonce = fromBase64(header.nonce, 'file-damaged')
  const ciphertext = fromBase64(file.ciphertext, 'file-damaged')
  if (nonce.length !== nonceSizeBytes) throw new AppError('file-damaged', 'nonce ill-shaped')
  const dek = await openPasswordSlots(backupEnvelope, header.slots, password, deriveKek)
  try {
    const aad = payloadAad(file.protected)
    return await openBody(backupEnvelope, dek, nonce, aad, ciphertext)
  } finally {
    wipe(dek)
  }
}
