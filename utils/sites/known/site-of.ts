import { parse } from 'tldts'
import { registrableDomain } from '@/utils/sites/domain'
import type { KnownService } from '@/utils/sites/known'
import { hostnameOf, originOfAddress } from '@/utils/sites/origin'
import { keyOf, readingsOf } from './issuer-key'
import { loginServices, tableServices } from './table'

/** Null stands for names that several services have. */
const byName = new Map<string, KnownService | null>()
const byHost = new Map<string, KnownService>()

const origins = (hosts: readonly string[]) => hosts.map((host) => `https://${host}`)

/** The bare domain and its `www`: both are the owner's, and one of them leads to the login. */
const hostsOfDomain = (domain: string): readonly string[] =>
  registrableDomain(domain) === domain ? [domain, `www.${domain}`] : [domain]

function learn(name: string, service: KnownService): void {
  const key = keyOf(name)
  const known = byName.get(key)
  if (known === undefined) byName.set(key, service)
  else if (known?.name !== service.name) byName.set(key, null)
}

for (const { names, login, setUp } of loginServices) {
  const service = { name: names[0] ?? '', origins: origins(login) }
  for (const name of names) learn(name, service)
  for (const host of [...login, ...setUp]) byHost.set(host, service)
}
const byHand = new Set(byName.keys())
for (const { name, domains } of tableServices) {
  for (const [at, domain] of domains.entries()) {
    const service = { name, origins: origins(hostsOfDomain(domain)) }
    if (!byHost.has(domain)) byHost.set(domain, service)
    if (at === 0 && !byHand.has(keyOf(name))) learn(name, service)
  }
}

/** The service that an issuer names, by its name or its host; null when unsure. */
export function siteOf(issuer: string): KnownService | null {
  for (const reading of readingsOf(issuer)) {
    const service = byName.get(keyOf(reading)) ?? ofHost(reading)
    if (service !== null) return service
  }
  return null
}

/** Issuers that are host names, as self-hosted services write them, name their own site. */
function ofHost(text: string): KnownService | null {
  if (!/^(?:https:\/\/)?[^\s:/]+\.[^\s:/]+\/?$/.test(text)) return null
  const origin = originOfAddress(text)
  if (origin === null) return null
  const host = hostnameOf(origin)
  const known = byHost.get(host) ?? byHost.get(host.replace(/^www\./, ''))
  if (known !== undefined) return known
  return parse(host).isIcann && registrableDomain(host) !== null
    ? { name: host, origins: [origin] }
    : null
}
