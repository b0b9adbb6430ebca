import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromHex, toHex } from '@/utils/bytes/hex'

it('gives back any bytes written, in either case', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(fromHex(toHex(bytes))).toEqual(bytes)
      expect(fromHex(toHex(bytes).toUpperCase())).toEqual(bytes)
    }),
  )
})

it.each(['0', 'zz', '0 0', '0x00'])('refuses %j with the code the caller chose', (text) => {
  expect(() => fromHex(text, 'file-damaged')).toThrow(
    expect.objectContaining({ code: 'file-damaged', detail: {} }),
  )
})
