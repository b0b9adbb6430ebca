import { AppError } from '@/utils/errors/app-error'

/** The code `work` fails with, 'none' if it does not fail; anything but an AppError is thrown on. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'none'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
