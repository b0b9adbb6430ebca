import type { Bytes } from '@/utils/bytes/bytes'
import { toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import type { FileAccess } from '../format'

/** The password's UTF-8 as typed. Throws `password-empty`. */
export function passwordOf({ password }: FileAccess): Bytes {
  if (password === '') throw new AppError('password-empty')
  return toUtf8(password)
}

/**
 * To be called before a key is worked out: tells of it and stops where the user has had enough.
 * `memoryKib` is what the file asks for. Throws `import-cancelled`.
 */
export function beforeKey(access: FileAccess, memoryKib = 0): void {
  stopIfCancelled(access)
  access.onStep?.({ kind: 'key', mebibytes: Math.round(memoryKib / 1024) })
}

/** To be called before what was opened is taken apart. Throws `import-cancelled`. */
export function beforeReading(access: FileAccess): void {
  stopIfCancelled(access)
  access.onStep?.({ kind: 'reading', mebibytes: 0 })
}

/** Throws `import-cancelled` once the signal says so. */
export function stopIfCancelled({ signal }: FileAccess): void {
  if (signal?.aborted) throw new AppError('import-cancelled')
}
