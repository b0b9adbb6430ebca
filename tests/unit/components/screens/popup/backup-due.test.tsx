// @vitest-environment happy-dom
import { act, cleanup, configure, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { errorText, t } from '@/components/i18n'
import type { BackupNotes } from '@/utils/storage/backup-notes'
import { anAccount, documentOf } from '../../model/fake-vault'
import { nowMs } from './fake-services'
import { click, openPopup, textOf } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const hour = 3_600_000
const password = 'right'
const document = documentOf(anAccount({ createdAtMs: nowMs - 2 * hour }))
const open = (backupNotes: Partial<BackupNotes>) =>
  openPopup({ password, document, unlocked: true, backupNotes })

test.each([
  ['there is no backup', { byHandMs: null }, t('backup_due_never')],
  ['one is older than an account', { byHandMs: nowMs - 3 * hour }, t('backup_due_newer_one')],
  [
    'one could not be written',
    { vaultId: 'v', failure: 'download-failed' as const },
    errorText('download-failed'),
  ],
])('where %s the popup says so, and leads to the backup screen', async (_, notes, said) => {
  const { log } = await open(notes)
  await screen.findByTestId('backup-due')
  expect(textOf('backup-due')).toContain(said)
  click('backup-now')
  expect(log.at(-1)).toContain('#/backup')
})

test('with a fresh backup it says nothing', async () => {
  await open({})
  await screen.findByTestId('account-list')
  await act(async () => void (await import('@/components/screens/popup/BackupDue')))
  expect(screen.queryByTestId('backup-due')).toBeNull()
})
