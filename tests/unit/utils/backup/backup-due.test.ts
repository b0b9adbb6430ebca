import { expect, it } from 'vitest'
import { backupDue } from '@/utils/backup/backup-due'

const day = 86_400_000
const account = { createdAtMs: 100 * day }

it.each([
  ['no accounts, no backup', [], null, 200, null],
  ['an account of this hour, no backup', [account], null, 100.04, null],
  ['an account of this hour after a backup', [account], 99, 100.04, null],
  ['no backup', [account], null, 101, { why: 'never' }],
  ['a fresh backup', [account], 101, 102, null],
  ['a backup of the same moment', [account], 100, 101, null],
  ['an account after it', [account, account], 99, 101, { why: 'newer-accounts', count: 2 }],
  ['a backup of thirty days', [account], 101, 131, { why: 'old', days: 30 }],
  ['a backup of nearly thirty days', [account], 101, 130.99, null],
  ['a backup from the future', [account], 500, 101, null],
] as const)('%s', (_, accounts, backupDay, nowDay, due) => {
  expect(backupDue(accounts, backupDay === null ? null : backupDay * day, nowDay * day)).toEqual(
    due,
  )
})
