import { readFileSync } from 'node:fs'
import { decode as decodeJpeg } from 'jpeg-js'
import { PNG } from 'pngjs'
import { readUriLines } from '@/utils/backup/formats/uri-lines'
import type { ParsedBackup } from '@/utils/backup/parsed-backup'
import { isPicture } from '@/utils/backup/picture-magic'
import { parseRecognized, recognize } from '@/utils/backup/registry'
import type { Bytes } from '@/utils/bytes/bytes'
import { runArgon2id } from '@/utils/platform/kdf/argon2'
import { decode } from '@/utils/qr/decode'

/** Reads a file as the manage page does: pictures for the codes in them, all others as backups. */
export async function readBackup(path: string, password: string): Promise<ParsedBackup> {
  const bytes = new Uint8Array(readFileSync(path))
  if (isPicture(bytes)) return await readUriLines((await payloadsOf(bytes)).join('\n'))
  return await parseRecognized(recognize(bytes), { password, deriveKek: runArgon2id })
}

async function payloadsOf(bytes: Bytes): Promise<readonly string[]> {
  const isPng = bytes[0] === 0x89
  const { data, width, height } = isPng
    ? PNG.sync.read(Buffer.from(bytes))
    : decodeJpeg(bytes, { useTArray: true })
  return await decode({ data: new Uint8ClampedArray(data), width, height })
}
