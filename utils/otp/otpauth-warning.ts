import type { ErrorDetail } from '@/utils/errors/app-error'

/** What may be odd about an otpauth URI that can be read all the same: one of a closed set. */
export type OtpauthWarningCode =
  /** The secret has a length no base32 encoder makes; the bits too many are dropped. */
  | 'secret-length'
  /** The label's prefix names another issuer than the parameter. Detail {issuer, prefix}. */
  | 'issuer-differs'
  /** A HOTP account without a counter; it starts at 0. */
  | 'counter-missing'
  /** A parameter stands there twice; the first counts. Detail {parameter}. */
  | 'parameter-repeated'
  /** Written as TOTP but issued by Steam, whose codes are its own. */
  | 'steam-by-issuer'

/** Something the user should know before saving. Never holds a secret. */
export interface OtpauthWarning {
  readonly code: OtpauthWarningCode
  readonly detail: ErrorDetail
}

/** A warning of `code`. */
export function warning(code: OtpauthWarningCode, detail: ErrorDetail = {}): OtpauthWarning {
  return { code, detail }
}
