import { describe, expect, it } from 'vitest'
import { registrableDomain } from '@/utils/sites/domain'
import { accountsFor, matchesSite, siteFor } from '@/utils/sites/match'
import { originMatrix, originRows } from '../../../fixtures/origins'

describe.each(Object.entries(originMatrix))('matchesSite: %s', (_, rows) => {
  it.each(rows)('page %s, bound to %s by %s: %s', (page, bound, match, expected) => {
    expect(matchesSite(page, { origin: bound, match }, registrableDomain)).toBe(expected)
  })
})

it('the origin matrix has at least 200 different rows', () => {
  expect(new Set(originRows.map((row) => row.join(' '))).size).toBe(originRows.length)
  expect(originRows.length).toBeGreaterThanOrEqual(200)
})

describe('siteFor', () => {
  const wide = { origin: 'https://example.org', match: 'domain' } as const
  const exact = { origin: 'https://login.example.org', match: 'origin' } as const

  it('takes the exact site before a wider one', () => {
    expect(siteFor('https://login.example.org', [wide, exact], registrableDomain)).toBe(exact)
    expect(siteFor('https://www.example.org', [wide, exact], registrableDomain)).toBe(wide)
  })

  it('is null where no site matches', () => {
    expect(siteFor('https://example.com', [wide, exact], registrableDomain)).toBeNull()
  })
})

describe('accountsFor', () => {
  const sites = [{ origin: 'https://example.org', match: 'origin' }] as const

  it('leaves out accounts in the trash and accounts of other sites', () => {
    const live = { sites, deletedAtMs: null }
    const trashed = { sites, deletedAtMs: 1 }
    const unbound = { sites: [], deletedAtMs: null }
    const accounts = [live, trashed, unbound]
    expect(accountsFor('https://example.org', accounts, registrableDomain)).toEqual([live])
    expect(accountsFor('https://example.com', accounts, registrableDomain)).toEqual([])
  })
})
