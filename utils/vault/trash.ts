import type { VaultDocument } from './document'

/** How long a deleted account can be brought back. */
export const trashKeepDays = 30
const msPerDay = 86_400_000

/** `document` without the accounts that have lain in the trash for more than 30 days. */
export function purgeTrash(document: VaultDocument, nowMs: number): VaultDocument {
  const oldestMs = nowMs - trashKeepDays * msPerDay
  const kept = document.accounts.filter(
    ({ deletedAtMs }) => deletedAtMs === null || deletedAtMs >= oldestMs,
  )
  return kept.length === document.accounts.length ? document : { ...document, accounts: kept }
}
