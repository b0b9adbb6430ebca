import { toUtf8 } from '@/utils/bytes/utf8'
import { periodOf } from '@/utils/otp/code-shape'
import type { OtpParameters } from '@/utils/otp/parameters'
import { codeKey } from '@/utils/vault/duplicates'
import type { Slot } from './ledger'

const keySizeBytes = 16

/**
 * The place in the ledger of what decides on the codes: equal for accounts that give the same
 * codes, another one after a new secret. Null where codes are counted, which the vault sees to.
 * Not the secret itself but a hash of it, which is sealed as well.
 */
export async function slotOf(parameters: OtpParameters): Promise<Slot | null> {
  const period = periodOf(parameters)
  if (period === null) return null
  const hash = await crypto.subtle.digest('SHA-256', toUtf8(codeKey(parameters)))
  const bytes = new Uint8Array(hash).subarray(0, keySizeBytes)
  return { key: [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''), period }
}
