import { describe, expect, it } from 'vitest'
import {
  addCode,
  emptySeries,
  isWhole,
  statesOf,
  textOfSeries,
} from '@/utils/backup/migration-series'
import { toBase64 } from '@/utils/bytes/base64'

/** Code `index` of `size`, of an export that says no number, or another one. */
const code = (size: number, index: number, id = 0) =>
  `otpauth-migration://offline?data=${encodeURIComponent(
    toBase64(Uint8Array.of(0x10, 2, 0x18, size, 0x20, index, 0x28, id)),
  )}`

const of = (...uris: string[]) => uris.reduce(addCode, emptySeries)

describe('a series of codes', () => {
  it('says which are there and which are missing', () => {
    expect(statesOf(of(code(4, 1), code(4, 3)))).toEqual([
      { size: 4, read: [2, 4], missing: [1, 3] },
    ])
  })

  it('is whole with the last one, in whatever order they come', () => {
    expect(isWhole(of(code(3, 2), code(3, 0)))).toBe(false)
    expect(isWhole(of(code(3, 2), code(3, 0), code(3, 1)))).toBe(true)
  })

  it('counts a code that is read twice once', () => {
    expect(of(code(2, 0), ` ${code(2, 0)}\n`).codes).toHaveLength(1)
  })

  it('keeps exports apart by their number', () => {
    expect(statesOf(of(code(2, 0, 1), code(2, 1, 2)))).toEqual([
      { size: 2, read: [1], missing: [2] },
      { size: 2, read: [2], missing: [1] },
    ])
  })

  it('is text with a code a line', () => {
    expect(textOfSeries(of(code(2, 0), code(2, 1)))).toBe(`${code(2, 0)}\n${code(2, 1)}`)
  })
})
