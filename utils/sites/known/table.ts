import { type LoginRow, loginRows } from './login-hosts'
import table from './table.json'

/** A service of the table: its name, its main domain first, then its further ones. */
export interface TableService {
  readonly name: string
  readonly domains: readonly string[]
}

/** Hosts where what is known on the left is asked for on the right. */
export interface LoginGroup {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** A service kept by hand: all that it is called, and its hosts. */
export interface LoginService {
  readonly names: readonly string[]
  readonly login: readonly string[]
  readonly setUp: readonly string[]
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')

/** The compiled table of services (tools/make-sites.mjs). */
export const tableServices: readonly TableService[] = table.services.map((line) => {
  const [name = '', domains = ''] = line.split('|')
  return { name, domains: words(domains) }
})

/** The compiled table of logins that several domains share. */
export const loginGroups: readonly LoginGroup[] = table.logins.map((line) => {
  const [from = '', to = from] = line.split('>')
  return { from: words(from), to: words(to) }
})

/** Hosts and domains that want the code behind the password. */
export const appendHosts: ReadonlySet<string> = new Set(words(table.appends))

const loginService = ([names, login, setUp = '']: LoginRow): LoginService => ({
  names: names.split('|'),
  login: words(login),
  setUp: words(setUp),
})

/** The services kept by hand. */
export const loginServices: readonly LoginService[] = loginRows.map(loginService)
