import { describe, expect, it } from 'vitest'
import { automaticNames } from '@/utils/backup/automatic-names'
import { codeOf } from '../vault/error-code'

const names = automaticNames('AAECAwQFBgcICQoLDA0ODw')
const day = new Date(2026, 0, 2, 23, 59)

describe('the names of automatic backups', () => {
  it('are one for the newest and one for each day, in local time', () => {
    expect(names.newest).toBe('sixpence-00010203.json')
    expect(names.ofDay(day)).toBe('sixpence-00010203-2026-01-02.json')
  })

  it('tell the day of their own kind, and nothing of other names', () => {
    expect(names.dayOf(names.ofDay(day))).toBe('2026-01-02')
    for (const other of [
      names.newest,
      'sixpence-ffffffff-2026-01-02.json',
      `x${names.ofDay(day)}`,
      `${names.ofDay(day)}.exe`,
      'sixpence-00010203-2026-01-02 (1).json',
    ])
      expect(names.dayOf(other)).toBeNull()
  })

  it('are another vault’s for another vault', () => {
    expect(automaticNames('_AECAwQFBgcICQoLDA0ODw').newest).not.toBe(names.newest)
  })

  it.each(['../../../etc/passwd_22', '..%2F..%2Fetc%2Fpasswd', 'C:\\Windows\\system32\\x'])(
    'never hold a way out of the folder: %s as the id of a vault',
    async (vaultId) => {
      expect(await codeOf(() => automaticNames(vaultId))).toBe('vault-damaged')
    },
  )
})
