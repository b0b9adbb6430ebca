import { parse } from 'tldts'
import { registrableDomain } from '@/utils/sites/domain'
import type { KnownService } from '@/utils/sites/known'
import { hostnameOf, originOfAddress } from '@/utils/sites/origin'
import { keyOf, readingsOf } from './issuer-key'
import { noSingleSite } from './no-single-site'
import { loginServices, tableServices } from './table'

/** Everything by name and by host. */
interface Index {
  /** Null for names that stand for no one site. */
  readonly byName: Map<string, KnownService | null>
  readonly byHost: Map<string, KnownService>
}

const serviceAt = (name: string, hosts: readonly string[]): KnownService => ({
  name,
  origins: hosts.map((host) => `https://${host}`),
})

/** The bare domain and its `www`: both are the owner's, and one of them leads to the login. */
const hostsOf = (domain: string): readonly string[] =>
  registrableDomain(domain) === domain ? [domain, `www.${domain}`] : [domain]

/** The names inside a name: "X (Twitter)", "Booking.com". */
function shorterNames(name: string, domain: string): readonly string[] {
  const inside = /\(([^)]{3,})\)/.exec(name)?.[1]
  const outside = name.replace(/\s*\(.*\)/, '')
  const bare = name.toLowerCase() === domain ? name.replace(/\.[a-z]+$/i, '') : name
  return [outside, bare, ...(inside === undefined ? [] : [inside])].filter((each) => each !== name)
}

/** The services kept by hand: all their names, all their hosts. */
function learnByHand({ byName, byHost }: Index): void {
  for (const name of noSingleSite) byName.set(keyOf(name), null)
  for (const { names, login, setUp } of loginServices) {
    const service = serviceAt(names[0] ?? '', login)
    for (const name of names) byName.set(keyOf(name), service)
    for (const host of [...login, ...setUp]) byHost.set(host, service)
  }
}

/** Those of the table; what is kept by hand is better. */
function learnTable({ byName, byHost }: Index): void {
  for (const { name, domains } of tableServices) {
    const key = keyOf(name)
    for (const [at, domain] of domains.entries()) {
      const kept = at === 0 ? byName.get(key) : null
      const service = kept ?? serviceAt(name, hostsOf(domain))
      if (!byHost.has(domain)) byHost.set(domain, service)
      if (at === 0 && !byName.has(key)) byName.set(key, service)
    }
  }
}

/** A shorter name that two services share names neither. */
function learnShorterNames({ byName, byHost }: Index): void {
  const shorter = new Map<string, Set<KnownService | undefined>>()
  for (const { name, domains } of tableServices) {
    const [domain = ''] = domains
    for (const key of shorterNames(name, domain).map(keyOf)) {
      shorter.set(key, (shorter.get(key) ?? new Set()).add(byHost.get(domain)))
    }
  }
  for (const [key, [service, ...others]] of shorter) {
    if (!byName.has(key)) byName.set(key, others.length > 0 ? null : (service ?? null))
  }
}

let index: Index | null = null

/** Made when it is first asked for: it takes longer than all else that is known of sites. */
function indexOfServices(): Index {
  if (index !== null) return index
  index = { byName: new Map(), byHost: new Map() }
  learnByHand(index)
  learnTable(index)
  learnShorterNames(index)
  return index
}

/** The service that an issuer names, by its name or its host; null when unsure. */
export function siteOf(issuer: string): KnownService | null {
  for (const reading of readingsOf(issuer)) {
    const service = indexOfServices().byName.get(keyOf(reading))
    if (service !== undefined) return service
    const site = ofHost(reading)
    if (site !== null) return site
  }
  return null
}

/** Issuers that are host names, as services write them that people run themselves. */
function ofHost(text: string): KnownService | null {
  if (!/^(?:https:\/\/)?[^\s:/@]+\.[^\s:/@]+\/?$/.test(text)) return null
  const origin = originOfAddress(text)
  if (origin === null) return null
  const host = hostnameOf(origin)
  const { byHost } = indexOfServices()
  const known = byHost.get(host) ?? byHost.get(host.replace(/^www\./, ''))
  if (known !== undefined) return known
  const isPublic = parse(host).isIcann === true && registrableDomain(host) !== null
  return isPublic ? serviceAt(host, [host]) : null
}
