import { AppError } from '@/utils/errors/app-error'

/**
 * Empties the clipboard from a page that has the focus or none at all: Firefox lets its event page
 * write. Throws `clipboard-denied`.
 */
export async function emptyByWriting(): Promise<void> {
  try {
    await navigator.clipboard.writeText('')
  } catch {
    throw new AppError('clipboard-denied')
  }
}

/**
 * Empties the clipboard from a document without focus: Chromium refuses navigator.clipboard there,
 * the copy command it allows. False where it does not.
 */
export function emptyByCommand(): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', '')
    event.preventDefault()
  }
  document.addEventListener('copy', put)
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', put)
  }
}
