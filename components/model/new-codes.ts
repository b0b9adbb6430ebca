import type { Account } from '@/utils/vault/document'
import { codesLeft, foldedCode } from '@/utils/vault/recovery-code'

/** Codes of a page beside those that an account has. */
export interface CodesDifference {
  /** How many of them the account does not have. */
  readonly fresh: number
  /** How many it has already. */
  readonly same: number
  /** How many of the account's are not on the page, and how many of those are left. */
  readonly older: number
  readonly olderLeft: number
}

/** Holds `codes` against what `account` has. */
export function differenceOf(codes: readonly string[], account: Account): CodesDifference {
  const kept = account.recoveryCodes ?? []
  const known = new Set(kept.map(({ code }) => foldedCode(code)))
  const shown = new Set(codes.map(foldedCode))
  const same = codes.filter((code) => known.has(foldedCode(code))).length
  const older = kept.filter(({ code }) => !shown.has(foldedCode(code)))
  return {
    fresh: codes.length - same,
    same,
    older: older.length,
    olderLeft: codesLeft(older),
  }
}

/** The account that has all of the codes already, for which there is nothing to offer; else null. */
export function keeperOf(codes: readonly string[], accounts: readonly Account[]): Account | null {
  if (codes.length === 0) return null
  return accounts.find((account) => differenceOf(codes, account).fresh === 0) ?? null
}
