import { describe, expect, it } from 'vitest'
import type { Account } from '@/utils/vault/document'
import { replaceSecret } from '@/utils/vault/replace-secret'
import { codeOf } from './error-code'
import { hotpAccount, totpAccount, withAccounts } from './samples'

const known: Account = {
  ...totpAccount('a'),
  note: 'recovery codes are in the safe',
  tags: ['work'],
  favorite: true,
  sites: [{ origin: 'https://github.com', match: 'origin', fill: 'arrival' }],
}
const { parameters: renewed } = totpAccount('x', 'GitHub', 'GEZDGNBVGY3TQOJQ')
const replace = (parameters = renewed, document = withAccounts(known, hotpAccount)) =>
  replaceSecret(document, 'a', parameters, { trashedId: 'old', nowMs: 9 })

describe('replacing a secret', () => {
  it('keeps the account and all that people added', () => {
    expect(replace().accounts[0]).toEqual({ ...known, parameters: renewed, updatedAtMs: 9 })
  })

  it('sends what was there to the trash, with its secret', () => {
    expect(replace().accounts[2]).toEqual({ ...known, id: 'old', deletedAtMs: 9 })
  })

  it('keeps the old digits too', () => {
    const eight = { ...known.parameters, digits: 8 } as Account['parameters']
    expect(replace(eight).accounts[2]).toMatchObject({ id: 'old', parameters: { digits: 6 } })
  })

  it('twice leaves one copy in the trash', () => {
    expect(replace(renewed, replace())).toEqual(replace())
  })

  it('of an account that is gone tells so', async () => {
    expect(await codeOf(() => replace(renewed, withAccounts()))).toBe('account-missing')
  })
})

describe('a counter', () => {
  const { parameters } = hotpAccount
  const move = (counter: number) =>
    replaceSecret(withAccounts(hotpAccount), 'hotp', { ...parameters, counter } as never, {
      trashedId: 'old',
      nowMs: 9,
    })

  it.each([
    ['on', 99, 99],
    ['never back', 7, 41],
  ])('moves %s and leaves nothing in the trash', (_, counter, expected) => {
    expect(move(counter).accounts).toEqual([
      { ...hotpAccount, parameters: { ...parameters, counter: expected }, updatedAtMs: 9 },
    ])
  })
})
