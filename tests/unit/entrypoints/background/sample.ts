import type { Account, Site, VaultDocument } from '@/utils/vault/document'
import { emptyDocument } from '@/utils/vault/document'

/** The secret of RFC 6238's SHA1 vectors, "12345678901234567890". */
export const secretBase32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/** Half a step before RFC 6238 appendix B's 59 s, whose code it has: the last six of 94287082. */
export const nowMs = 45_000
export const codeNow = '287082'

/** A site filled on arrival, unless told otherwise. */
export function siteOf(origin: string, changes: Partial<Site> = {}): Site {
  return { origin, match: 'origin', fill: 'arrival', ...changes }
}

/** A TOTP account bound to sites. */
export function accountOf(id: string, sites: Site[], changes: Partial<Account> = {}): Account {
  return {
    id,
    issuer: 'Example',
    label: id,
    parameters: { type: 'totp', secretBase32, algorithm: 'SHA1', digits: 6, period: 30 },
    note: '',
    sites,
    tags: [],
    favorite: false,
    createdAtMs: 0,
    updatedAtMs: 0,
    deletedAtMs: null,
    ...changes,
  }
}

/** An HOTP account at the first counter of RFC 4226 appendix D that is not 0. */
export function hotpOf(id: string, sites: Site[]): Account {
  const parameters = {
    type: 'hotp',
    secretBase32,
    algorithm: 'SHA1',
    digits: 6,
    counter: 1,
  } as const
  return accountOf(id, sites, { parameters })
}

/** What follows no enrolment. */
export const noEnrolments = { follow: () => {}, drop: () => {} }

/** A document of these accounts. */
export function documentOf(...accounts: Account[]): VaultDocument {
  return { ...emptyDocument, accounts }
}
