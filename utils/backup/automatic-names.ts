import { fromBase64Url } from '@/utils/bytes/base64url'
import { toHex } from '@/utils/bytes/hex'

/** The folder for automatic backups, in the browser's folder for downloads. */
export const automaticFolder = 'Sixpence'

/** How many days' backups are kept beside the newest. */
export const keptDays = 7

/** Enough to tell a person's vaults apart. */
const tagSizeBytes = 4

/** The names of a vault's automatic backups: nothing in them comes from a file or a page. */
export interface AutomaticNames {
  /** The newest one, always of this name. */
  readonly newest: string
  /** That of a day; the last one of the day stays. */
  readonly ofDay: (date: Date) => string
  /** The day of such a name as YYYY-MM-DD, null for every other name. */
  readonly dayOf: (name: string) => string | null
}

/**
 * The names for the vault of that id (22 characters of base64url): two vaults, of two browsers for
 * one, never write over each other's files.
 */
export function automaticNames(vaultId: string): AutomaticNames {
  const tag = toHex(fromBase64Url(vaultId, 'vault-damaged').slice(0, tagSizeBytes))
  const stem = `sixpence-${tag}`
  const dated = new RegExp(`^${stem}-(\\d{4}-\\d{2}-\\d{2})\\.json$`)
  return {
    newest: `${stem}.json`,
    ofDay: (date) => `${stem}-${dayOf(date)}.json`,
    dayOf: (name) => dated.exec(name)?.[1] ?? null,
  }
}

/** In local time, as the people who look for it count. */
function dayOf(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}
