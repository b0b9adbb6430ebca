import { describe, expect, it } from 'vitest'
import { filename } from '@/utils/backup/filename'

describe('the name of a backup', () => {
  const date = new Date(2026, 0, 2, 3, 4, 5)

  it('sorts by the moment it was made, in local time', () => {
    expect(filename(date, 'sealed')).toBe('sixpence-backup-20260102-030405.json')
  })

  it('tells the one that anybody can read', () => {
    expect(filename(date, 'plain')).toBe('sixpence-backup-plain-20260102-030405.json')
  })

  it.each([
    ['aegis', 'sealed', 'sixpence-aegis-20260102-030405.json'],
    ['aegis', 'plain', 'sixpence-aegis-plain-20260102-030405.json'],
    ['otpauth', 'plain', 'sixpence-otpauth-plain-20260102-030405.txt'],
  ] as const)('says that it is for %s, %s', (format, variant, name) => {
    expect(filename(date, variant, format)).toBe(name)
  })
})
