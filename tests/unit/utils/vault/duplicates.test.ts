import { describe, expect, it } from 'vitest'
import type { OtpAccount } from '@/utils/otp/parameters'
import { trashAccount } from '@/utils/vault/accounts'
import { createJudge, twinKey } from '@/utils/vault/duplicates'
import { hotpAccount, totpAccount, withAccounts } from './samples'

const known = totpAccount('a')
const document = withAccounts(known, hotpAccount)
const judge = (candidate: OtpAccount, against = document) => createJudge(against)(candidate)
const withParameters = (account: OtpAccount, change: object): OtpAccount => ({
  ...account,
  parameters: { ...account.parameters, ...change } as OtpAccount['parameters'],
})

describe('an account on its way into the vault', () => {
  it.each([
    ['that the vault does not have is fresh', totpAccount('x', 'X', 'GEZDGNBV'), 'fresh', null],
    ['of the same codes is the same, whatever its name', totpAccount('x', 'Other'), 'same', 'a'],
    ['of other digits differs', withParameters(known, { digits: 8 }), 'differing', 'a'],
    ['of another period differs', withParameters(known, { period: 60 }), 'differing', 'a'],
    ['of another hash differs', withParameters(known, { algorithm: 'SHA512' }), 'differing', 'a'],
    [
      'of another type is fresh',
      withParameters({ ...known, label: 'x' }, { type: 'steam' }),
      'fresh',
      null,
    ],
    [
      'of a counter behind is the same',
      withParameters(hotpAccount, { counter: 0 }),
      'same',
      'hotp',
    ],
    [
      'of a counter ahead differs',
      withParameters(hotpAccount, { counter: 42 }),
      'differing',
      'hotp',
    ],
    ['of the same name differs', totpAccount('x', ' github', 'GEZDGNBV'), 'differing', 'a'],
    [
      'of the same issuer only is fresh',
      { ...totpAccount('x', 'GitHub', 'GEZDGNBV'), label: 'b' },
      'fresh',
      null,
    ],
  ] as const)('%s', (_, candidate, kind, id) => {
    const standing = judge(candidate)
    expect([standing.kind, standing.kind === 'fresh' ? null : standing.account.id]).toEqual([
      kind,
      id,
    ])
  })

  it('does not mind accounts in the trash', () => {
    const trashed = trashAccount(document, 'a', 1)
    expect(judge(known, trashed)).toEqual({ kind: 'fresh' })
    expect(judge(totpAccount('x', 'GitHub', 'GEZDGNBV'), trashed)).toEqual({ kind: 'fresh' })
  })

  it('has no namesake without a name', () => {
    const nameless = { issuer: '', label: ' ' }
    const against = withAccounts({ ...known, ...nameless })
    expect(judge({ ...totpAccount('x', '', 'GEZDGNBV'), ...nameless }, against).kind).toBe('fresh')
  })
})

describe('twins', () => {
  it('share codes and name, case aside', () => {
    expect(twinKey(totpAccount('x', 'GITHUB'))).toBe(twinKey(known))
    expect(twinKey({ ...known, label: 'bob' })).not.toBe(twinKey(known))
  })
})
