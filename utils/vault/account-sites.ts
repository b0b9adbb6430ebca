import { editAccount } from './accounts'
import type { Site, VaultDocument } from './document'

/** Binds an account to a site; a site of the same origin is replaced. Throws `account-missing`. */
export function bindSite(
  document: VaultDocument,
  id: string,
  site: Site,
  nowMs: number,
): VaultDocument {
  return editAccount(document, id, (account) => ({
    ...account,
    sites: [...account.sites.filter(({ origin }) => origin !== site.origin), site],
    updatedAtMs: nowMs,
  }))
}

/** Takes a site off an account. Throws `account-missing`. */
export function unbindSite(
  document: VaultDocument,
  id: string,
  origin: string,
  nowMs: number,
): VaultDocument {
  return editAccount(document, id, (account) => ({
    ...account,
    sites: account.sites.filter((site) => site.origin !== origin),
    updatedAtMs: nowMs,
  }))
}
