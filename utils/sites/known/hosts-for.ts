import { hostOf, parseOrigin } from '@/utils/sites/origin'
import { loginServices } from './table'
import { tenantRules } from './tenants'

const loginOf: ReadonlyMap<string, readonly string[]> = new Map(
  loginServices.flatMap(({ login, setUp }) =>
    [...login, ...setUp].map((host) => [host, login] as const),
  ),
)

/** The further origins where the login of `origin` asks for codes; never itself. */
export function hostsFor(origin: string): readonly string[] {
  const page = parseOrigin(origin)
  if (page === null || !page.startsWith('https:')) return []
  // With its port: on another port another program may answer.
  const host = hostOf(page)
  const hosts = loginOf.get(host) ?? customerHosts(host)
  return hosts.filter((each) => each !== host).map((each) => `https://${each}`)
}

function customerHosts(host: string): readonly string[] {
  for (const rule of tenantRules) {
    const match = rule.host.exec(host)
    if (match !== null) return rule.login.map((each) => each.replaceAll('$1', match[1] ?? ''))
  }
  return []
}
