import type { Bytes } from '@/utils/bytes/bytes'
import { concat } from '@/utils/bytes/concat'
import { AppError } from '@/utils/errors/app-error'

/** More than any backup is when it is unpacked. */
export const maxInflatedBytes = 64 * 1024 * 1024

/**
 * Unpacks deflate (RFC 1951) or gzip (RFC 1952), and stops as soon as more than `most` bytes come
 * out, whatever the file said. Null where the data is damaged. Throws `file-too-large`.
 */
export async function inflate(
  packed: Bytes,
  format: 'deflate-raw' | 'gzip',
  most: number = maxInflatedBytes,
): Promise<Bytes | null> {
  const stream = new DecompressionStream(format)
  const writer = stream.writable.getWriter()
  // Failures show at the other end too.
  const written = writer.write(packed).then(
    () => writer.close(),
    () => undefined,
  )
  written.catch(() => undefined)
  const reader = stream.readable.getReader()
  const chunks: Bytes[] = []
  let sizeBytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || value === undefined) return concat(...chunks)
      sizeBytes += value.length
      if (sizeBytes > most) break
      chunks.push(value)
    }
  } catch {
    return null
  }
  reader.cancel().catch(() => undefined)
  throw new AppError('file-too-large', 'unpacks to too much')
}
