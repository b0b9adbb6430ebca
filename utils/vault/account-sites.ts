import { accountById, editAccount } from './accounts'
import type { Site, VaultDocument } from './document'

/** What people set for a site an account has. */
export type SiteChanges = Partial<Pick<Site, 'fill' | 'match' | 'submit'>>

/**
 * Binds an account to a site. One of the same origin is replaced, but for what it taught us
 * (user names, the field). Throws `account-missing`.
 */
export function bindSite(
  document: VaultDocument,
  id: string,
  site: Site,
  nowMs: number,
): VaultDocument {
  return editAccount(document, id, (account) => ({
    ...account,
    sites: [
      ...account.sites.filter(({ origin }) => origin !== site.origin),
      { ...account.sites.find(({ origin }) => origin === site.origin), ...site },
    ],
    updatedAtMs: nowMs,
  }))
}

/** Binds an account to each of `sites`. Throws `account-missing`. */
export function putSites(
  document: VaultDocument,
  id: string,
  sites: readonly Site[],
  nowMs: number,
): VaultDocument {
  return sites.reduce((edited, site) => bindSite(edited, id, site, nowMs), document)
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

/**
 * Changes what is set for one site of an account; nothing where it was taken off meanwhile.
 * Throws `account-missing`.
 */
export function changeSite(
  document: VaultDocument,
  id: string,
  origin: string,
  changes: SiteChanges,
  nowMs: number,
): VaultDocument {
  return editAccount(document, id, (account) => ({
    ...account,
    sites: account.sites.map((site) => (site.origin === origin ? { ...site, ...changes } : site)),
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
