import { AppError } from '@/utils/errors/app-error'

/** Puts text on the clipboard. Throws `clipboard-denied`. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    throw new AppError('clipboard-denied')
  }
}
