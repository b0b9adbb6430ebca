import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import type { FileAccess } from '../../format'
import { beforeKey, passwordOf } from '../access'
import { inflate, maxInflatedBytes } from '../inflate'
import { crc32 } from './crc32'
import type { ZipMember } from './directory'
import { openZipCrypto } from './zip-crypto'

/**
 * The content of a member. Throws `password-empty`, `password-wrong`, `password-or-file`,
 * `file-damaged`, `file-too-large`, and `file-cipher-unknown` for encryption that is neither.
 */
export async function readMember(
  bytes: Bytes,
  member: ZipMember,
  access: FileAccess,
): Promise<Bytes> {
  if (member.sizeBytes > maxInflatedBytes) throw new AppError('file-too-large')
  const sealed = bytes.slice(member.start, member.start + member.packedBytes)
  const packed = await open(sealed, member, access)
  const content = await unpack(packed, member)
  const isWhole = content !== null && (!member.hasCrc || crc32(content) === member.crc)
  if (content !== null && isWhole) return content
  // The one byte that ZipCrypto checks lets a wrong password pass now and then.
  throw new AppError(member.cipher === 'zipcrypto' ? 'password-or-file' : 'file-damaged')
}

async function open(sealed: Bytes, member: ZipMember, access: FileAccess): Promise<Bytes> {
  if (member.cipher === 'none') return sealed
  if (member.cipher === 'unknown') throw new AppError('file-cipher-unknown')
  const password = passwordOf(access)
  beforeKey(access)
  if (member.cipher === 'aes') {
    const { openZipAes } = await import('./zip-aes')
    return await openZipAes(sealed, password, member.aesStrength)
  }
  const packed = openZipCrypto(sealed, password, member.checkByte)
  if (packed === null) throw new AppError('password-wrong')
  return packed
}

async function unpack(packed: Bytes, { method, sizeBytes }: ZipMember): Promise<Bytes | null> {
  if (method === 0) return packed.length === sizeBytes ? packed : null
  if (method !== 8) throw new AppError('file-cipher-unknown')
  const content = await inflate(packed, 'deflate-raw', sizeBytes)
  return content?.length === sizeBytes ? content : null
}
