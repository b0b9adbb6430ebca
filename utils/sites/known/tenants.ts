/** A customer's own host at a service, by its pattern, and where that customer logs in. */
export interface TenantRule {
  readonly host: RegExp
  /** Host names of the same customer or of the service's own; `$1` is the customer. */
  readonly login: readonly string[]
}

/** Names below these services that belong to the service, never to a customer. */
const noCustomer = '(?!www\\.|login\\.|admin\\.|api\\.|support\\.|help\\.|status\\.|developer\\.)'
const customer = `${noCustomer}([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)`

const rule = (host: string, ...login: string[]): TenantRule => ({
  host: new RegExp(`^${host.replaceAll('.', '\\.').replace('CUSTOMER', () => customer)}$`),
  login,
})

/** The first that fits decides. */
export const tenantRules: readonly TenantRule[] = [
  rule('CUSTOMER.atlassian.net', 'id.atlassian.com'),
]
