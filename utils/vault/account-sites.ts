import { accountById, editAccount } from './accounts'
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

/** Binds an account to those of `sites` whose origin it does not have. Throws `account-missing`. */
export function bindSites(
  document: VaultDocument,
  id: string,
  sites: readonly Site[],
  nowMs: number,
): VaultDocument {
  return sites.reduce((edited, site) => {
    const known = accountById(edited, id).sites.some(({ origin }) => origin === site.origin)
    return known ? edited : bindSite(edited, id, site, nowMs)
  }, document)
}
