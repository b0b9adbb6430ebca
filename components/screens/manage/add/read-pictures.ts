import type { ImportProblem, ParsedBackup } from '@/utils/backup/parsed-backup'
import { AppError, type ErrorCode, type ErrorDetail } from '@/utils/errors/app-error'
import { classify } from '@/utils/qr/classify'
import type { ManageServices } from '../services'
import { parsedFrom, type ReadAccount } from './parsed-from'

/** More than any camera's photo. */
export const maxPictureSizeBytes = 64 * 1024 * 1024

/**
 * Reads pictures one after the other; what fails in one does not stop the others. A problem's title
 * is the picture's file name.
 */
export async function readPictures(
  files: readonly File[],
  decode: ManageServices['decodeImage'],
): Promise<ParsedBackup> {
  const accounts: ReadAccount[] = []
  const problems: ImportProblem[] = []
  for (const [index, file] of files.entries()) {
    const fail = (code: ErrorCode, detail: ErrorDetail = {}) =>
      problems.push({ position: index + 1, title: file.name, code, detail })
    const attempt = async (step: () => Promise<void> | void) => {
      try {
        await step()
      } catch (failure) {
        if (!(failure instanceof AppError)) throw failure
        fail(failure.code, failure.detail)
      }
    }
    await attempt(async () => {
      if (file.size > maxPictureSizeBytes) throw new AppError('image-too-large')
      const payloads = await decode(file)
      if (payloads.length === 0) fail('image-unreadable')
      for (const payload of payloads) await attempt(() => void accounts.push(readPayload(payload)))
    })
  }
  return parsedFrom(accounts, problems)
}

function readPayload(text: string): ReadAccount {
  const payload = classify(text)
  switch (payload.kind) {
    case 'otpauth':
      return { ...payload.account, warnings: payload.warnings }
    case 'broken':
      throw new AppError(payload.code, undefined, payload.detail)
    default:
      throw new AppError('qr-other')
  }
}
