import { AppError } from '@/utils/errors/app-error'

/**
 * Runs storage work and gives its failures a code: `storage-full` where the quota is used up,
 * `storage-failed` for the rest. What is an AppError already stays.
 */
export async function asStorageErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(isQuota(error) ? 'storage-full' : 'storage-failed', nameOf(error))
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

function isQuota(error: unknown): boolean {
  return nameOf(error) === 'QuotaExceededError'
}
