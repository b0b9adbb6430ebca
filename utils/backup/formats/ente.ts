import { AppError } from '@/utils/errors/app-error'
import { argon2 } from '../crypto/argon2'
import { openSecretstream, secretstreamHeaderBytes } from '../crypto/secretstream'
import type { BackupFormat, FileAccess } from '../format'
import { beforeKey, beforeReading, passwordOf } from '../read/access'
import { opened, openedText } from '../read/opened-text'
import { bytesOfBase64, hasMembers, memberOf, numberOf } from '../read/values'
import { readUriLines } from './uri-lines'

/** Ente Auth, encrypted: up to 1 GiB of Argon2id, then one message of a secretstream. */
export const ente: BackupFormat = {
  id: 'ente',
  matches: ({ json }) => hasMembers(json, 'kdfParams', 'encryptedData', 'encryptionNonce'),
  isEncrypted: () => true,
  async parse({ json }, access) {
    if (numberOf(memberOf(json, 'version') ?? 1) > 1) throw new AppError('file-newer')
    const text = await open(json, access)
    beforeReading(access)
    return await readUriLines(text)
  },
}

async function open(json: unknown, access: FileAccess): Promise<string> {
  const header = bytesOfBase64(memberOf(json, 'encryptionNonce'))
  const message = bytesOfBase64(memberOf(json, 'encryptedData'))
  const kdf = memberOf(json, 'kdfParams')
  const salt = bytesOfBase64(memberOf(kdf, 'salt'))
  if (header.length !== secretstreamHeaderBytes || message.length < 17) {
    throw new AppError('file-damaged')
  }
  const m = Math.floor(numberOf(memberOf(kdf, 'memLimit')) / 1024)
  const password = passwordOf(access)
  beforeKey(access, m)
  const t = numberOf(memberOf(kdf, 'opsLimit'))
  const key = await argon2({ variant: 'argon2id', password, salt, m, t, p: 1, sizeBytes: 32 })
  return openedText(opened(openSecretstream(key, header, message), 'password-or-file'))
}
