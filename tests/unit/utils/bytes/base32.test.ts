import { hex } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanBase32, fromBase32, toBase32 } from '@/utils/bytes/base32'
import { fromUtf8, toUtf8 } from '@/utils/bytes/utf8'

describe('RFC 4648 section 10', () => {
  it.each([
    ['', ''],
    ['f', 'MY======'],
    ['fo', 'MZXQ===='],
    ['foo', 'MZXW6==='],
    ['foob', 'MZXW6YQ='],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI======'],
  ])('%j is %j, written without padding', (text, padded) => {
    expect(fromUtf8(fromBase32(padded))).toBe(text)
    expect(toBase32(toUtf8(text))).toBe(padded.replaceAll('=', ''))
  })
})

describe('reading base32', () => {
  it.each([
    ['lower case', 'mzxw6ytboi'],
    ['spaces', 'MZXW 6YTB OI'],
    ['tabs, line ends and no-break spaces', '\tMZXW\r\n6YTB\u00a0OI\n'],
    ['dashes', 'MZXW-6YTB-OI'],
    ['typographic dashes', 'MZXW\u20116YTB\u2013OI'],
    ['zero-width characters', '\ufeffMZXW\u200b6YTB\u2060OI'],
    ['padding followed by white space', 'MZXW6YTBOI====== \n'],
    ['too much padding', 'MZXW6YTBOI========='],
  ])('takes %s', (_, text) => {
    expect(cleanBase32(text)).toBe('MZXW6YTBOI')
    expect(fromUtf8(fromBase32(text))).toBe('foobar')
  })

  it.each([
    ['A', ''],
    ['MZX', '66'],
    ['MZXW6Y', '666f6f'],
    ['JDKSNDJJDNDJJDBXB', '48d5268d291b46948c37'],
    ['J3WWIV3PTGJPQV5QAICM', '4eed64576f9992f857b00204'],
  ])('drops the tail bits of %s', (text, digits) => {
    expect(hex.encode(fromBase32(text))).toBe(digits)
  })

  it.each([
    ['JBSW0', '0', 5],
    ['1BSW', '1', 1],
    ['JB SW-8', '8', 7],
    ['MZ=XW', '=', 3],
    ['JBSWı', 'ı', 5],
    ['JBſW', 'ſ', 3],
    ['A😀B', '😀', 2],
  ])('names the character of %j that is no base32', (text, character, position) => {
    expect(() => fromBase32(text)).toThrow(
      expect.objectContaining({ code: 'secret-character', detail: { character, position } }),
    )
  })

  it('gives back any bytes written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(bytes)
      }),
    )
  })
})
