import type { AppError } from '@/utils/errors/app-error'
import { decodePercent } from '@/utils/otp/percent'
import type { UnsupportedEntry } from '../parsed-backup'
import type { Source } from './stated-entry'

/**
 * The entry to keep of a URI that `failure` says we cannot compute codes for, by its kind (motp,
 * yaotp) or its hash function; null where the URI is simply wrong.
 */
export function keptUri(
  uri: string,
  { code, detail }: AppError,
  source?: Source,
): UnsupportedEntry | null {
  if (code !== 'otpauth-type-unknown' && code !== 'algorithm-unknown') return null
  const stated = String(detail['type'] ?? detail['algorithm'] ?? '').toLowerCase()
  // A migration holds many accounts and is read elsewhere.
  if (stated === 'otpauth-migration') return null
  const type = code === 'algorithm-unknown' ? `otpauth-${stated}` : stated
  const path = uri.replace(/^[a-z-]+:\/{0,2}/i, '').replace(/\?.*$/s, '')
  const label = path.slice(path.indexOf('/') + 1)
  const title = decodePercent(label).trim().slice(0, 200)
  return {
    type,
    title,
    raw: { type, name: title, uri, ...(source ? { source: { ...source } } : {}) },
  }
}
