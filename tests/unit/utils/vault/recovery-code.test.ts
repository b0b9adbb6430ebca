import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { vaultDocumentSchema } from '@/utils/vault/document'
import {
  codesLeft,
  foldedCode,
  longestRecoveryCode,
  mergeCodes,
  mostRecoveryCodes,
  type RecoveryCode,
  recoveryCodesSchema,
} from '@/utils/vault/recovery-code'
import { totpAccount, withAccounts } from './samples'

const left = (code: string): RecoveryCode => ({ code, usedAtMs: null })
const used = (code: string, usedAtMs: number): RecoveryCode => ({ code, usedAtMs })
const isValid = (codes: unknown) => v.is(recoveryCodesSchema, codes)

describe('recovery codes of an account', () => {
  it.each(['1', '4f2d-9k1c', 'correct horse battery', 'ünïcode', '日本', '😀'])(
    'may be any one line: %s',
    (code) => expect(isValid([left(code)])).toBe(true),
  )

  it.each([
    ['nothing', ''],
    ['white space before it', ' a'],
    ['white space after it', 'a\u00a0'],
    ['two lines', 'a\nb'],
    ['a control character', 'a\u0000b'],
    ['another line separator', 'a\u2028b'],
    ['too many characters', 'x'.repeat(longestRecoveryCode + 1)],
  ])('are refused with %s', (_, code) => expect(isValid([left(code)])).toBe(false))

  it.each([
    ['no array', { 0: left('a') }],
    ['texts alone', ['a']],
    ['no word on whether it was used', [{ code: 'a' }]],
    ['half a moment', [{ code: 'a', usedAtMs: 1.5 }]],
    ['too many', Array(mostRecoveryCodes + 1).fill(left('a'))],
  ])('are refused as %s', (_, codes) => expect(isValid(codes)).toBe(false))

  it('are bounded by as many and as long ones as are named', () => {
    expect(isValid(Array(mostRecoveryCodes).fill(left('x'.repeat(longestRecoveryCode))))).toBe(true)
  })

  it('may be missing, as in every older vault, and keep what newer versions add', () => {
    const newer = { ...totpAccount('a'), recoveryCodes: [{ ...left('a'), batch: 2 }] }
    for (const document of [withAccounts(totpAccount('a')), withAccounts(newer)]) {
      expect(v.parse(vaultDocumentSchema, document)).toEqual(document)
    }
  })
})

describe('foldedCode', () => {
  it('is the same for what sites take for the same', () => {
    const same = ['4F2D-9K1C', '4f2d 9k1c', ' 4f2d9k1c', '4f2d–9k1c', '4f2d9k1c']
    expect(new Set(same.map(foldedCode))).toEqual(new Set(['4f2d9k1c']))
    expect(foldedCode('4f2d-9k1d')).not.toBe('4f2d9k1c')
  })
})

describe('codesLeft', () => {
  it('counts those that were not used', () => {
    expect(codesLeft([left('a'), used('b', 1), left('c')])).toBe(2)
    expect(codesLeft(undefined)).toBe(0)
  })
})

describe('mergeCodes', () => {
  it('keeps our order and spelling, adds what is new, and never takes a used mark away', () => {
    const ours = [left('aa-11'), used('bb22', 5), used('cc33', 6)]
    const others = [left('dd44'), left('BB22'), used('AA11', 9), used('cc33', 1), left('dd-44')]
    expect(mergeCodes(ours, others)).toEqual([
      used('aa-11', 9),
      used('bb22', 5),
      used('cc33', 6),
      left('dd-44'),
    ])
  })

  it('never holds more than a vault takes', () => {
    const many = (prefix: string) =>
      Array.from({ length: 80 }, (_, index) => left(`${prefix}${index}`))
    expect(isValid(mergeCodes(many('a'), many('b')))).toBe(true)
  })
})
