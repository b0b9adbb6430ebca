import { fromBase32, toBase32 } from '@/utils/bytes/base32'
import type { OtpAccount, OtpParameters } from '@/utils/otp/parameters'

/** What codes depend on, to compare what was written with what is read: of a secret its bytes. */
export function codeFacts({ parameters }: Pick<OtpAccount, 'parameters'>): OtpParameters {
  return { ...parameters, secretBase32: toBase32(fromBase32(parameters.secretBase32)) }
}
