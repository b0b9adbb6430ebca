import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { registrableDomain } from '@/utils/sites/domain'
import { siteOf } from '@/utils/sites/known/site-of'
import { loginGroups, tableServices } from '@/utils/sites/known/table'
import { parseOrigin } from '@/utils/sites/origin'
import { sharedSuffixes } from '@/utils/sites/shared-suffixes'

const hosts = [
  ...tableServices.flatMap(({ domains }) => domains),
  ...loginGroups.flatMap(({ from, to }) => [...from, ...to]),
]

describe('the compiled table', () => {
  it('has only host names that codes may go to, and none that is a public suffix', () => {
    expect(hosts.filter((host) => parseOrigin(`https://${host}`) !== `https://${host}`)).toEqual([])
    expect(hosts.filter((host) => registrableDomain(host) === null)).toEqual([])
  })

  it('has below no further domain and no login a name that customers share', () => {
    const further = [
      ...tableServices.flatMap(({ domains }) => domains.slice(1)),
      ...loginGroups.flatMap(({ from, to }) => [...from, ...to]),
    ]
    expect(further.filter((host) => sharedSuffixes.has(host))).toEqual([])
  })

  it('has each service once', () => {
    const lines = tableServices.map(({ name, domains }) => `${name} ${domains[0]}`)
    expect(new Set(lines).size).toBe(lines.length)
  })
})

const reference = path.resolve(
  import.meta.dirname,
  '../../../../../../shared/sites/totp-sites.json',
)
const isThere = existsSync(reference)

describe.skipIf(!isThere)(`the reference data${isThere ? '' : ' (not here: skipped)'}`, () => {
  interface Service {
    readonly name: string
    readonly domain: string
  }

  it('is in the table, but for owners of public suffixes, whom the rows by hand know', () => {
    const services = JSON.parse(readFileSync(reference, 'utf8')) as readonly Service[]
    const known = new Set(tableServices.map(({ name, domains }) => `${name} ${domains[0]}`))
    const missing = services.filter(({ name, domain }) => !known.has(`${name} ${domain}`))
    expect(missing.filter(({ domain }) => registrableDomain(domain) !== null)).toEqual([])
    expect(missing.filter(({ name }) => siteOf(name) === null)).toEqual([])
    expect(services.length).toBeGreaterThan(1000)
  })
})
