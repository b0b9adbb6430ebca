import { bareEntry, type ParsedBackup } from '@/utils/backup/parsed-backup'
import { emptyBackup } from '@/utils/backup/read/collect'
import { keptUri } from '@/utils/backup/read/kept-uri'
import { AppError } from '@/utils/errors/app-error'
import { classify } from '@/utils/qr/classify'

/**
 * What one QR code holds. Throws `qr-link`, `qr-other`, and what reading an otpauth URI throws, but for kinds
 * that are kept as they are.
 */
export function readPayload(text: string): ParsedBackup {
  const payload = classify(text)
  switch (payload.kind) {
    case 'otpauth': {
      const { account, warnings } = payload
      return { ...emptyBackup, entries: [{ ...bareEntry, ...account, warnings }] }
    }
    case 'broken': {
      const failure = new AppError(payload.code, undefined, payload.detail)
      const kept = keptUri(text.trim(), failure)
      if (kept === null) throw failure
      return { ...emptyBackup, unsupported: [kept] }
    }
    case 'link':
      throw new AppError('qr-link')
    default:
      throw new AppError('qr-other')
  }
}
