import { digitsOf, periodOf } from '@/utils/otp/code-shape'
import type { OtpParameters } from '@/utils/otp/parameters'
import type { Account } from './document'

/** An account without its secret: the only form that lists may hold. */
export interface AccountSummary {
  readonly id: string
  readonly type: OtpParameters['type']
  readonly issuer: string
  readonly label: string
  readonly sites: Account['sites']
  readonly tags: readonly string[]
  readonly favorite: boolean
  /** Length of the code. */
  readonly digits: number
  /** Seconds a code lives; null where it depends on a counter. */
  readonly period: number | null
  /** Set while the account is in the trash. */
  readonly deletedAtMs: number | null
}

/** The account without its secret. */
export function summarize(account: Account): AccountSummary {
  const { id, parameters, issuer, label, sites, tags, favorite, deletedAtMs } = account
  const { type } = parameters
  return {
    id,
    type,
    issuer,
    label,
    sites,
    tags,
    favorite,
    digits: digitsOf(parameters),
    period: periodOf(parameters),
    deletedAtMs,
  }
}
