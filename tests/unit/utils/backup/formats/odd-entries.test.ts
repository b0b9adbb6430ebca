import { describe, expect, it } from 'vitest'
import { fileOf, parse } from '../backup-samples'

const good = 'otpauth://totp/Acme:ada?secret=MFRGGZDF&issuer=Acme'

/** How many entries and problems a file has. */
async function countsOf(json: unknown): Promise<readonly number[]> {
  const { entries, unsupported, problems } = await parse(fileOf(json))
  expect(unsupported).toEqual([])
  return [entries.length, problems.length]
}

describe('an entry that its app would not have written', () => {
  it('of the Authenticator extension is read by its secret, or told', async () => {
    const usual = { dataType: 'OTPStorage', type: 'totp', secret: 'JBSWY3DP', issuer: 'A' }
    const bare = { secret: 'MFRGGZDF', issuer: 'B', type: 'totp', encrypted: false }
    const sealed = { data: 'U2FsdGVkX18', issuer: 'C' }
    const key = { secret: 'no entry' }
    const file = { a: usual, b: bare, c: sealed, key, Key: key, d: { index: 4 } }
    expect(await countsOf(file)).toEqual([2, 1])
  })

  it('of Proton costs only itself', async () => {
    const entry = { content: { uri: good, entry_type: 'Totp', name: 'ada' } }
    expect(await countsOf({ version: 1, entries: [entry, null, { id: 'x' }] })).toEqual([1, 2])
    expect(await countsOf({ version: 1, entries: [] })).toEqual([0, 0])
  })

  it('of 2FAS keeps both names where its user gave it another', async () => {
    const service = (name: string, issuer?: string) => ({
      name,
      secret: 'MFRGGZDF',
      otp: { account: 'ada', ...(issuer && { issuer }) },
    })
    const services = [service('Work', 'Acme'), service('Acme', 'Acme'), service('Acme')]
    const { entries } = await parse(fileOf({ services, schemaVersion: 4 }))
    expect(entries.map(({ issuer, note }) => [issuer, note])).toEqual([
      ['Acme', 'Work'],
      ['Acme', ''],
      ['Acme', ''],
    ])
  })
})
