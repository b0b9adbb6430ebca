import { registrableDomain } from '@/utils/sites/domain'
import { families } from './families'
import { loginGroups, tableServices } from './table'

type Sides = readonly [from: ReadonlySet<string>, to: ReadonlySet<string>]

const owners = [
  ...tableServices.map(({ domains }) => domains),
  ...families.map((domains) => domains.split(/\s+/)),
]

const groups: readonly Sides[] = [
  ...owners
    .filter((domains) => domains.length > 1)
    .map((domains): Sides => [new Set(domains), new Set(domains)]),
  ...loginGroups.map(({ from, to }): Sides => [new Set(from), new Set(to)]),
]

/**
 * Whether a login of `boundHost` is one of `host` too. Below a domain that has it, every host does,
 * unless customers get names there: `registrableDomain` keeps those apart.
 */
export function sharesLogin(host: string, boundHost: string): boolean {
  const asking = namesOf(host)
  const bound = namesOf(boundHost)
  return groups.some(
    ([from, to]) => bound.some((name) => from.has(name)) && asking.some((name) => to.has(name)),
  )
}

/** The host, and the domains above it up to the registrable one. */
function namesOf(host: string): readonly string[] {
  const domain = registrableDomain(host)
  if (domain === null) return []
  const below = host
    .slice(0, host.length - domain.length)
    .split('.')
    .filter((label) => label !== '')
  return [...below.map((_, at) => [...below.slice(at), domain].join('.')), domain]
}
