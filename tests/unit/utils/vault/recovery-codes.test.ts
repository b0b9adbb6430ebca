import { describe, expect, it } from 'vitest'
import type { RecoveryCode } from '@/utils/vault/recovery-code'
import {
  keepRecoveryCodes,
  markRecoveryCode,
  nextRecoveryCode,
  putBackRecoveryCode,
  putRecoveryCodes,
  withoutRecoveryCodes,
} from '@/utils/vault/recovery-codes'
import { hotpAccount, totpAccount, withAccounts } from './samples'

const left = (code: string): RecoveryCode => ({ code, usedAtMs: null })
const used = (code: string, usedAtMs: number): RecoveryCode => ({ code, usedAtMs })
const held = (...recoveryCodes: RecoveryCode[]) =>
  withAccounts({ ...totpAccount('a'), recoveryCodes }, hotpAccount)
const codesOf = (document: ReturnType<typeof held>) => document.accounts[0]?.recoveryCodes

describe('keepRecoveryCodes', () => {
  const document = held(used('aa-11', 5), left('bb-22'))

  it('adds what is new behind what there is, each once', () => {
    const kept = keepRecoveryCodes(document, 'a', ['BB22', 'cc-33'], 'add', 9)
    expect(codesOf(kept)).toEqual([used('aa-11', 5), left('bb-22'), left('cc-33')])
  })

  it('puts them in the place of the old ones, and never takes a mark of use away', () => {
    const kept = keepRecoveryCodes(document, 'a', ['cc-33', 'aa11'], 'replace', 9)
    expect(codesOf(kept)).toEqual([left('cc-33'), used('aa-11', 5)])
    expect(kept.accounts[0]?.updatedAtMs).toBe(9)
  })

  it('changes nothing for a save that is repeated', () => {
    const once = keepRecoveryCodes(document, 'a', ['cc-33'], 'add', 9)
    expect(keepRecoveryCodes(once, 'a', ['cc-33'], 'add', 9)).toEqual(once)
  })
})

describe('putRecoveryCodes', () => {
  it('leaves an account without any when there are none', () => {
    expect(putRecoveryCodes(held(left('a')), 'a', [], 9).accounts[0]).not.toHaveProperty(
      'recoveryCodes',
    )
  })
})

describe('markRecoveryCode', () => {
  it('ticks one off and puts it back', () => {
    const ticked = markRecoveryCode(held(left('a'), left('b')), 'a', 'b', 7)
    expect(codesOf(ticked)).toEqual([left('a'), used('b', 7)])
    expect(codesOf(markRecoveryCode(ticked, 'a', 'b', null))).toEqual([left('a'), left('b')])
  })

  it('does nothing for a code that was removed meanwhile', () => {
    const document = held(left('a'))
    expect(markRecoveryCode(document, 'a', 'gone', 7)).toBe(document)
  })
})

describe('putBackRecoveryCode', () => {
  it('puts back what was used at that moment, and nothing else', () => {
    const document = held(used('a', 5), used('b', 7))
    expect(codesOf(putBackRecoveryCode(document, 'a', 7))).toEqual([used('a', 5), left('b')])
    expect(putBackRecoveryCode(document, 'a', 6)).toBe(document)
  })
})

describe('nextRecoveryCode', () => {
  it('is the first that was not used, or none', () => {
    expect(nextRecoveryCode(held(used('a', 1), left('b')), 'a')).toBe('b')
    expect(nextRecoveryCode(held(used('a', 1)), 'a')).toBeNull()
    expect(nextRecoveryCode(held(), 'hotp')).toBeNull()
  })
})

describe('withoutRecoveryCodes', () => {
  it('takes them off every account, and nothing else', () => {
    const document = held(left('a'))
    const bare = withoutRecoveryCodes(document)
    expect(JSON.stringify(bare)).not.toContain('recoveryCodes')
    expect(bare.accounts[1]).toEqual(hotpAccount)
  })
})
