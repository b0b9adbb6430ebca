import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '@/utils/bytes/base64'
import { fromBase64Url, toBase64Url } from '@/utils/bytes/base64url'
import { toUtf8 } from '@/utils/bytes/utf8'

describe('RFC 4648 section 10', () => {
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['foobar', 'Zm9vYmFy'],
  ])('%j', (text, base64) => {
    expect(toBase64(toUtf8(text))).toBe(base64)
    expect(fromBase64(base64)).toEqual(toUtf8(text))
    expect(toBase64Url(toUtf8(text))).toBe(base64.replaceAll('=', ''))
    expect(fromBase64Url(base64.replaceAll('=', ''))).toEqual(toUtf8(text))
  })

  it('has its own characters for base64url', () => {
    expect(toBase64(Uint8Array.of(0xfb, 0xff))).toBe('+/8=')
    expect(toBase64Url(Uint8Array.of(0xfb, 0xff))).toBe('-_8')
  })
})

describe.each([
  ['base64', toBase64, fromBase64, ['Zg', 'Zg=', 'Zh==', 'Z g=', 'Zg==\n', '-_8=', 'Zm9v!']],
  ['base64url', toBase64Url, fromBase64Url, ['Zg==', 'Zh', 'Z', '+/8', 'Zm 9', 'Zg\n']],
] as const)('%s', (_, write, read, illegal) => {
  it('gives back any bytes written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(read(write(bytes))).toEqual(bytes)
      }),
    )
  })

  it.each(illegal)('refuses %j with the code the caller chose, quoting nothing', (text) => {
    expect(() => read(text, 'file-damaged')).toThrow(
      expect.objectContaining({ code: 'file-damaged', detail: {} }),
    )
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'unexpected' }))
  })
})
