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
})
