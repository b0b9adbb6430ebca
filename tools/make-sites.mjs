// node tools/make-sites.mjs FOLDER: writes utils/sites/known/table.json anew, out of reference data
// that is kept outside of the project (README.md, "Credits"). Names and hosts, nothing else.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { loadTypeScript } from './load-typescript.mjs'
import { inRoot } from './run.mjs'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: node tools/make-sites.mjs FOLDER')
  process.exit(2)
}

const read = (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
const { registrableDomain } = await loadTypeScript('utils/sites/domain.ts')
const { sharedSuffixes } = await loadTypeScript('utils/sites/shared-suffixes.ts')

const groups = read('shared-credentials.json')
/** Anyone may register these some day. */
const abandoned = new Set(
  groups.filter((group) => group.fromDomainsAreObsoleted).flatMap((group) => group.from),
)

/** Public suffixes, and names below which customers have theirs, are no one's site. */
const isOwned = (host) => registrableDomain(host) !== null && !sharedSuffixes.has(host)
const owned = (hosts) => [...new Set(hosts)].filter(isOwned).sort()

/** `Name|main domain further domains`. */
const serviceLine = ({ name, domain, also = [] }) => {
  const further = owned(also).filter((host) => host !== domain && !abandoned.has(host))
  return `${name}|${[domain, ...further].join(' ')}`
}

/** `hosts`, or `hosts>hosts`: what the left ones know is asked for on the right ones too. */
const loginLine = ({ shared, from, to }) =>
  shared ? owned(shared).join(' ') : `${owned(from).join(' ')}>${owned(to).join(' ')}`

const table = {
  services: read('totp-sites.json')
    .filter(({ domain }) => registrableDomain(domain) !== null)
    .map(serviceLine)
    .sort((a, b) => (a < b ? -1 : 1)),
  logins: groups.map(loginLine).sort(),
  appends: read('append-2fa-to-password.json').sort().join(' '),
}

writeFileSync(inRoot('utils/sites/known/table.json'), `${JSON.stringify(table, null, 2)}\n`)
console.log(
  `${table.services.length} services, ${table.logins.length} logins, code after: ${table.appends}`,
)
process.exit()
