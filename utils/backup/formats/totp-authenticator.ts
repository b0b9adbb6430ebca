import { toBase32 } from '@/utils/bytes/base32'
import type { Bytes } from '@/utils/bytes/bytes'
import { looseBase64 } from '@/utils/bytes/loose-base64'
import { toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { aesCbcOpen } from '../crypto/aes-cbc'
import { looksEncrypted } from '../crypto/looks-encrypted'
import type { BackupFormat, FileAccess } from '../format'
import { jsonOf } from '../import-file'
import { collect } from '../read/collect'
import { readStated } from '../read/stated-entry'
import { bytesOfBase64, isObject, looseHex, memberOf, textOf } from '../read/values'

const id = 'totp-authenticator'
/** What the app seals with where the user gave no password. */
const usualPassword = 'TotpAuthenticator'
const noIv = new Uint8Array(16)
const blockSizeBytes = 16

/** TOTP Authenticator: base64 of AES-CBC; the entries are JSON in the name of the one member. */
export const totpAuthenticator: BackupFormat = {
  id,
  matches: ({ text }) => text !== null && sealedOf(text) !== null,
  isEncrypted: () => true,
  async parse({ text }, access) {
    const sealed = sealedOf(text ?? '')
    if (sealed === null) throw new AppError('file-damaged')
    const entries = await open(sealed, access)
    return await collect(entries, {
      read,
      titleOf: (raw) => textOf(memberOf(raw, 'issuer')) || textOf(memberOf(raw, 'name')),
    })
  },
}

/** Base64 and nothing else, of bytes that look encrypted. */
function sealedOf(text: string): Bytes | null {
  const trimmed = text.trim()
  if (!/^[A-Za-z0-9+/\r\n]+={0,2}$/.test(trimmed)) return null
  const bytes = looseBase64(trimmed)
  const isWhole = bytes !== null && bytes.length % blockSizeBytes === 0
  return isWhole && looksEncrypted(bytes) ? bytes : null
}

/** There is no tag: a wrong password gives what is no JSON. */
async function open(sealed: Bytes, { password }: FileAccess): Promise<readonly unknown[]> {
  for (const tried of new Set([password || usualPassword, usualPassword])) {
    const key = new Uint8Array(await crypto.subtle.digest('SHA-256', toUtf8(tried)))
    const plain = await aesCbcOpen(key, noIv, sealed)
    const json = plain === null ? undefined : jsonOf(new TextDecoder().decode(plain))
    const [name] = isObject(json) ? Object.keys(json) : []
    const entries = name === undefined ? undefined : jsonOf(name)
    if (Array.isArray(entries)) return entries
  }
  throw new AppError(password === '' ? 'password-empty' : 'password-or-file')
}

function read(given: unknown) {
  const raw = typeof given === 'string' ? jsonOf(given) : given
  const [digits, period] = [textOf(memberOf(raw, 'digits')), textOf(memberOf(raw, 'period'))]
  const isUsual = ['', '6'].includes(digits) && ['', '30'].includes(period)
  // The app keeps what the QR code said and computes six digits every thirty seconds all the same.
  const unused = { code: 'settings-unused' as const, detail: { digits, period } }
  const stated = {
    type: 'totp',
    issuer: textOf(memberOf(raw, 'issuer')),
    label: textOf(memberOf(raw, 'name')),
    secret: base32Of(textOf(memberOf(raw, 'key')), Number(memberOf(raw, 'base') ?? 32)),
    warnings: isUsual ? [] : [unused],
  }
  return readStated(stated, { app: id, raw })
}

function base32Of(key: string, base: number): string {
  if (base === 16) {
    const bytes = looseHex(key.replace(/\s/g, ''))
    if (bytes === null) throw new AppError('file-damaged', 'not hex')
    return toBase32(bytes)
  }
  return base === 64 ? toBase32(bytesOfBase64(key)) : key
}
