import { describe, expect, it } from 'vitest'
import { fromUtf8, toUtf8 } from '@/utils/bytes/utf8'

describe('utf-8', () => {
  it.each(['', 'ada', 'Ünïcödé', '日本語', '👩‍🚀', '\ufeffmark'])('gives back %j', (text) => {
    expect(fromUtf8(toUtf8(text))).toBe(text)
  })

  it.each([
    ['a lone continuation byte', [0x80]],
    ['a cut-off sequence', [0xe2, 0x82]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
  ])('refuses %s instead of replacing it', (_, bytes) => {
    expect(() => fromUtf8(Uint8Array.from(bytes), 'file-damaged')).toThrow(
      expect.objectContaining({ code: 'file-damaged' }),
    )
  })
})
