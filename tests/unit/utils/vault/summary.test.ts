import { describe, expect, it } from 'vitest'
import { summarize } from '@/utils/vault/summary'
import { hotpAccount, steamAccount, totpAccount } from './samples'

describe('a summary', () => {
  it.each([
    [totpAccount('a'), { id: 'a', type: 'totp', issuer: 'GitHub', digits: 6, period: 30 }],
    [hotpAccount, { id: 'hotp', type: 'hotp', issuer: 'Bank', digits: 8, period: null }],
    [steamAccount, { id: 'steam', type: 'steam', issuer: 'Steam', digits: 5, period: 30 }],
  ])('says what the code looks like', (account, expected) => {
    expect(summarize(account)).toMatchObject(expected)
  })

  it('holds neither secret nor note nor members it does not know', () => {
    const account = { ...totpAccount('a'), note: 'PRIVATE', x: { pin: 'PRIVATE' } }
    const text = JSON.stringify(summarize(account))
    expect(text).not.toContain('JBSWY3DP')
    expect(text).not.toContain('PRIVATE')
  })
})
