/** A customer's own host at a service, and where that customer logs in. */
export interface TenantRule {
  readonly host: RegExp
  /** Hosts of the service itself, or of the same customer: `$1` is what `host` found. */
  readonly login: readonly string[]
}

/** Names below these services that are the service's own. */
const customer =
  '(?!(?:www|login|admin|api|app|support|help|status|developer|start|auth|id)\\.)([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)'

const regions =
  '((?:us-(?:east|west)-[12])|af-south-1|ap-east-[12]|ap-south-[12]|ap-southeast-[1-7]|ap-northeast-[1-3]|ca-central-1|ca-west-1|eu-central-[12]|eu-west-[1-3]|eu-south-[12]|eu-north-1|il-central-1|me-south-1|me-central-1|mx-central-1|sa-east-1)'

const parts: Readonly<Record<string, string>> = {
  CUSTOMER: customer,
  REGION: regions,
  // Since several accounts may be open at once: "123456789012-abcdefgh."
  SESSION: '(?:[0-9]{12}-[a-z0-9]+\\.)?',
  CENTRE: '(us[0-9]{1,2})',
}

const rule = (host: string, ...login: string[]): TenantRule => ({
  host: new RegExp(
    `^${host.replaceAll('.', '\\.').replaceAll(/\{([A-Z]+)\}/g, (_, part) => parts[part] ?? '')}$`,
  ),
  login,
})

const okta = ['okta.com', 'oktapreview.com', 'okta-emea.com', 'okta-gov.com'].flatMap((suffix) => [
  rule(`{CUSTOMER}-admin.${suffix}`, `$1.${suffix}`),
  rule(`{CUSTOMER}.${suffix}`, `$1-admin.${suffix}`),
])

/** The first that fits decides. Customers without a rule log in where they are. */
export const tenantRules: readonly TenantRule[] = [
  ...okta,
  rule('{CUSTOMER}.atlassian.net', 'id.atlassian.com'),
  rule('{CUSTOMER}.jira.com', 'id.atlassian.com'),
  rule(
    '{SESSION}{REGION}.console.aws.amazon.com',
    'signin.aws.amazon.com',
    '$1.signin.aws.amazon.com',
    'us-east-1.signin.aws.amazon.com',
  ),
  rule(
    '{REGION}.signin.aws.amazon.com',
    'signin.aws.amazon.com',
    'us-east-1.signin.aws.amazon.com',
  ),
  rule('{CENTRE}.admin.mailchimp.com', 'login.mailchimp.com'),
  rule('{CUSTOMER}.app.box.com', '$1.account.box.com', 'account.box.com'),
  rule('{CUSTOMER}.monday.com', 'auth.monday.com'),
  rule('{CUSTOMER}.lightning.force.com', '$1.my.salesforce.com', 'login.salesforce.com'),
  rule('{CUSTOMER}.my.salesforce.com', 'login.salesforce.com'),
  rule(
    '{CUSTOMER}.sandbox.lightning.force.com',
    '$1.sandbox.my.salesforce.com',
    'test.salesforce.com',
  ),
  rule('{CUSTOMER}.sandbox.my.salesforce.com', 'test.salesforce.com'),
]
