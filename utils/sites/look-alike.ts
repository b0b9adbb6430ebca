import { registrableDomain } from './domain'

/** A bound host that another host may be mistaken for, and by what. */
export interface LookAlike {
  readonly bound: string
  readonly why: 'typo' | 'homoglyph' | 'punycode' | 'embedded' | 'tld'
}

/** Says of a host that it belongs to the same login as a bound one. */
export type SharesLogin = (host: string, boundHost: string) => boolean

/** Hosts as browsers write them: lower case, punycode, without port. */
export function resembles(
  host: string,
  boundHosts: readonly string[],
  sharesLogin: SharesLogin = () => false,
): LookAlike | null {
  const domain = registrableDomain(host)
  if (domain === null) return null
  if (boundHosts.some((bound) => registrableDomain(bound) === domain)) return null
  const name = domain.split('.')[0] ?? ''
  for (const bound of boundHosts) {
    const boundName = registrableDomain(bound)?.split('.')[0] ?? ''
    if (boundName.length < 3 || sharesLogin(host, bound)) continue
    if (name === boundName) return { bound, why: 'tld' }
    if (host.includes(boundName)) return { bound, why: 'embedded' }
  }
  return null
}
