import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { codesOfLines, readRecoveryCodes, selectedCodes } from '@/utils/recovery/read-codes'
import { recoveryCodesSchema } from '@/utils/vault/recovery-code'

describe('a text that a person chose', () => {
  it.each<[string, string, readonly string[]]>([
    ['codes alone', 'k7mf-p2xq\nx92a-bb7c', ['k7mf-p2xq', 'x92a-bb7c']],
    ['one code', 'k7mf-p2xq', ['k7mf-p2xq']],
    [
      'codes in prose around',
      'Save these:\n1. k7mf-p2xq\n2. x92a-bb7c\nDownload',
      ['k7mf-p2xq', 'x92a-bb7c'],
    ],
    [
      'codes on one line, as some browsers give a selection',
      'k7mf-p2xq x92a-bb7c',
      ['k7mf-p2xq', 'x92a-bb7c'],
    ],
    ['a code of letters among others', 'dead-beef\n12ab-34cd', ['dead-beef', '12ab-34cd']],
    ['nothing that looks like a code', 'open sesame\n\n  friend  ', ['open sesame', 'friend']],
    ['a code twice', 'K7MF-P2XQ\nk7mf p2xq', ['K7MF-P2XQ']],
    ['nothing', ' \n ', []],
  ])('%s', (_, text, codes) => expect(readRecoveryCodes(text)).toEqual(codes))
})

describe('a text that a person selected', () => {
  it.each<[string, string, readonly string[]]>([
    ['codes in prose', 'Save these:\n1. k7mf-p2xq\n2. x92a-bb7c', ['k7mf-p2xq', 'x92a-bb7c']],
    [
      'codes that are words',
      'yellow-river-table\nsilent-apple-moon',
      ['yellow-river-table', 'silent-apple-moon'],
    ],
    ['codes in capitals', 'ABCD-EFGH\nQRST-UVWX', ['ABCD-EFGH', 'QRST-UVWX']],
  ])('gives its codes: %s', (_, text, codes) => expect(selectedCodes(text)).toEqual(codes))

  it.each([
    ['', ' \n '],
    ['a heading', 'Two-factor authentication'],
    ['a sentence', 'Keep these codes in a safe place, you will need them.'],
    ['a name and a button', 'Ada Lovelace\nDownload'],
  ])('has none where nothing looks like one: %s', (_, text) =>
    expect(selectedCodes(text)).toEqual([]),
  )
})

describe('a form with one code a line', () => {
  it('is taken as it is typed', () => {
    expect(codesOfLines('open sesame\n\n 1. x \n')).toEqual(['open sesame', '1. x'])
  })

  it('gives nothing that a vault would not take, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 400 })), (text) => {
        for (const read of [codesOfLines(text), readRecoveryCodes(text), selectedCodes(text)]) {
          const kept = read.map((code) => ({ code, usedAtMs: null }))
          expect(v.is(recoveryCodesSchema, kept)).toBe(true)
        }
      }),
    )
    const many = Array.from({ length: 150 }, (_, index) => `code ${index}`).join('\n')
    expect(codesOfLines(`${many}\n${'x'.repeat(241)}`)).toHaveLength(100)
  })
})
