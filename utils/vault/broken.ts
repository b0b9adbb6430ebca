import { AppError } from '@/utils/errors/app-error'

/** Whether the store failed in a way that may last; a newer version's store is not stepped over. */
export function isBroken(error: unknown): boolean {
  return error instanceof AppError && error.code === 'storage-failed'
}
