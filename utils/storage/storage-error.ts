import { AppError, type ErrorCode } from '@/utils/errors/app-error'

const codeByName: Readonly<Record<string, ErrorCode>> = {
  QuotaExceededError: 'storage-full',
  VersionError: 'vault-newer',
}

/**
 * Runs storage work and gives its failures a code: `storage-full` where the quota is used up,
 * `vault-newer` where a newer version of ours has changed the stores, `storage-failed` for the
 * rest. What is an AppError already stays.
 */
export async function asStorageErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(codeByName[nameOf(error)] ?? 'storage-failed', nameOf(error))
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
