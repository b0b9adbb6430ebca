import { registrableDomain } from '@/utils/sites/domain'
import { loginGroups, loginServices, tableServices } from './table'

const hosts: ReadonlySet<string> = new Set([
  ...loginServices.flatMap(({ login, setUp }) => [...login, ...setUp]),
  ...tableServices.flatMap(({ domains }) => domains),
  ...loginGroups.flatMap(({ to }) => to),
])

/**
 * Whether the host is a known service's own: one of its hosts, or below its domain and not a
 * customer's. Such a one is nobody's look-alike, however close its name comes to another's.
 */
export function isService(host: string): boolean {
  return hosts.has(host) || hosts.has(registrableDomain(host) ?? '')
}
