import type { Account } from '@/utils/vault/document'

const msPerDay = 86_400_000
/** A backup that is older than this is out of date, whatever changed. */
export const freshDays = 30

/** So long nobody is reminded of a new account: who adds one may be adding more. */
const graceMs = 3_600_000

/** Why it is time for a backup. */
export type BackupDue =
  /** There is none. */
  | { readonly why: 'never' }
  /** So many accounts came after the newest one. */
  | { readonly why: 'newer-accounts'; readonly count: number }
  | { readonly why: 'old'; readonly days: number }

/**
 * Whether it is time for a backup, when the newest was made at `backupMs` (null: never): it is
 * older than the newest account, but for one of this hour, or than thirty days. A vault without
 * accounts needs none.
 */
export function backupDue(
  accounts: readonly Pick<Account, 'createdAtMs'>[],
  backupMs: number | null,
  nowMs: number,
): BackupDue | null {
  const settled = accounts.filter(({ createdAtMs }) => createdAtMs <= nowMs - graceMs)
  if (settled.length === 0) return null
  if (backupMs === null) return { why: 'never' }
  const count = settled.filter(({ createdAtMs }) => createdAtMs > backupMs).length
  if (count > 0) return { why: 'newer-accounts', count }
  const days = Math.floor((nowMs - backupMs) / msPerDay)
  return days >= freshDays ? { why: 'old', days } : null
}
