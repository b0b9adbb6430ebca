import { describe, expect, it } from 'vitest'
import { fromTimestamp, toTimestamp } from '@/utils/backup/formats/timestamp'

describe('a timestamp', () => {
  it.each([0, 1, 1_700_000_000_123, -5, 8.64e15])('of %i ms is read as written', (ms) => {
    expect(fromTimestamp(toTimestamp(ms))).toBe(ms)
  })

  it('further away than a Date can name is the furthest', () => {
    expect(fromTimestamp(toTimestamp(Number.MAX_SAFE_INTEGER))).toBe(8.64e15)
    expect(fromTimestamp(toTimestamp(-Number.MAX_SAFE_INTEGER))).toBe(-8.64e15)
  })

  it.each([null, '', 'yesterday'])('of %j is none', (text) => {
    expect(fromTimestamp(text)).toBeNull()
  })
})
