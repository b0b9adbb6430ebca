import { registrableDomain } from '@/utils/sites/domain'
import { hostnameOf, parseOrigin } from '@/utils/sites/origin'
import { appendHosts } from './table'

/** Whether the site of `origin` wants the code right behind the password. */
export function appendsCode(origin: string): boolean {
  const page = parseOrigin(origin)
  if (page === null) return false
  const host = hostnameOf(page)
  return appendHosts.has(host) || appendHosts.has(registrableDomain(host) ?? '')
}
