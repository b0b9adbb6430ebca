// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { errorText, t } from '@/components/i18n'
import type { BackupServices } from '@/components/screens/manage/backup/backup-services'
import { goTo } from '@/components/screens/manage/route'
import { writeBackup } from '@/utils/backup/write-backup'
import { AppError } from '@/utils/errors/app-error'
import { noNotes } from '@/utils/storage/backup-notes'
import type { VaultDocument } from '@/utils/vault/document'
import { hotpAccount, steamAccount, totpAccount } from '../../../utils/vault/samples'
import { anAccount, documentOf } from '../../model/fake-vault'
import { fakeBackups } from './fake-backups'
import { fakeServices, nowMs } from './fake-services'
import { showManage } from './show-manage'

const password = 'copper lantern drift mosaic'
const vault = documentOf(
  ...Array.from({ length: 12 }, (_, n) => ({ ...totpAccount(`a${n}`), label: `ada ${n}` })),
  { ...hotpAccount, note: 'mine' },
  steamAccount,
)
/** What was handed to the browser, as text. */
const handed: Promise<string>[] = []

configure({ asyncUtilTimeout: 10_000 })

beforeEach(() => {
  handed.length = 0
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    handed.push((blob as Blob).text())
    return 'blob:x'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  goTo('backup', { replace: true })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

async function open(document: VaultDocument = vault, over: Partial<BackupServices> = {}) {
  const backups = fakeBackups(over)
  const made = fakeServices({ password, document }, { backups })
  await showManage(made.services, password)
  await screen.findByTestId('lock')
  return { ...made, backups }
}

const type = (testId: string, value: string) =>
  fireEvent.input(screen.getByTestId(testId), { target: { value } })
const click = async (testId: string) => fireEvent.click(await screen.findByTestId(testId))
const choose = async (testId: string, value: string) =>
  fireEvent.change(await screen.findByTestId(testId), { target: { value } })
const textOf = async (testId: string) => (await screen.findByTestId(testId)).textContent ?? ''

test('that the backup is saved comes into view, below the button that was clicked', async () => {
  const scrolled: Element[] = []
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    scrolled.push(this)
  })
  await open()
  await screen.findByTestId('backup-password')
  type('backup-password', 'a password')
  type('backup-password-repeat', 'a password')
  await click('export-backup')
  const done = await screen.findByTestId('export-done')
  await waitFor(() => expect(scrolled).toContain(done))
})

describe('an encrypted copy for Aegis', () => {
  test('says what it leaves out before it is written, and hides what it holds', async () => {
    await open()
    await choose('backup-format', 'aegis')
    expect(await textOf('losses')).toContain(t('loss_always'))
    type('backup-password', 'a password')
    type('backup-password-repeat', 'a password')
    await click('export-backup')
    expect(await textOf('export-done')).toContain('sixpence-aegis-2026')
    const [text = ''] = await Promise.all(handed)
    expect(JSON.parse(text).header.slots).toHaveLength(1)
    expect(text).not.toContain('GitHub')
  })
})

describe('an unencrypted copy', () => {
  test.each([
    ['sixpence', '"payload"'],
    ['aegis', '"slots": null'],
    ['otpauth', 'otpauth://totp/'],
  ])('for %s takes a tick and the master password', async (format, sign) => {
    await open()
    await choose('plain-format', format)
    expect(screen.queryByTestId('export-plain')).toBeNull()
    await click('plain-sure')
    type('plain-password', 'wrong')
    await click('export-plain')
    expect(await textOf('error')).toBe(errorText('password-wrong'))
    expect(handed).toEqual([])
    type('plain-password', password)
    await click('export-plain')
    await screen.findByTestId('export-done')
    expect((await Promise.all(handed))[0]).toContain(sign)
  })

  test.each([
    ['without a tick', false],
    ['with it', true],
  ])('of our own kind holds recovery codes or not: %s', async (_, isTicked) => {
    const recoveryCodes = [{ code: 'aaaa-1111', usedAtMs: null }]
    await open(documentOf({ ...totpAccount('a'), recoveryCodes }))
    await screen.findByTestId('plain-recovery')
    if (isTicked) await click('plain-recovery')
    await click('plain-sure')
    type('plain-password', password)
    await click('export-plain')
    await screen.findByTestId('export-done')
    expect((await Promise.all(handed))[0]?.includes('aaaa-1111')).toBe(isTicked)
  })

  test('asks anew after another format was chosen', async () => {
    await open()
    await choose('plain-format', 'otpauth')
    await click('plain-sure')
    await choose('plain-format', 'aegis')
    expect(screen.queryByTestId('plain-password')).toBeNull()
  })

  test('of our own kind counts as a backup, others do not', async () => {
    const { backups } = await open()
    for (const [format, byHandMs] of [
      ['otpauth', null],
      ['sixpence', nowMs],
    ] as const) {
      await choose('plain-format', format)
      await click('plain-sure')
      type('plain-password', password)
      await click('export-plain')
      await waitFor(async () => expect((await Promise.all(handed)).length).toBeGreaterThan(0))
      await waitFor(async () => expect((await backups.notes.read()).byHandMs).toBe(byHandMs))
      handed.length = 0
    }
  })
})

describe('QR codes for Google Authenticator', () => {
  test('come after the master password, one after the other, without what does not fit', async () => {
    await open()
    await choose('plain-format', 'google')
    expect(await textOf('loss-refused')).toContain(t('loss_why_steam'))
    await click('show-migration')
    type('migration-password', 'wrong')
    await click('migration-confirm')
    await screen.findByTestId('error')
    expect(screen.queryByTestId('qr-code')).toBeNull()
    type('migration-password', password)
    await click('migration-confirm')
    expect(await textOf('migration-place')).toBe(t('migration_place', 1, 2))
    await click('migration-next')
    expect(await textOf('migration-place')).toBe(t('migration_place', 2, 2))
    await click('migration-next')
    expect(screen.queryByTestId('qr-code')).toBeNull()
  })

  test('of a vault with nothing for it say so', async () => {
    await open(documentOf(steamAccount))
    await choose('plain-format', 'google')
    await click('show-migration')
    type('migration-password', password)
    await click('migration-confirm')
    await waitFor(() => expect(document.body.textContent).toContain(t('migration_nothing')))
  })
})

describe('automatic backups', () => {
  test('ask the browser within the click, before anything is awaited', async () => {
    const request = vi.fn(() => new Promise<boolean>(() => {}))
    await open(vault, { request })
    const button = await screen.findByTestId('automatic-on')
    fireEvent.click(button)
    expect(request).toHaveBeenCalledTimes(1)
  })

  test('that the browser does not allow stay off, and say why', async () => {
    const turn = vi.fn(async () => undefined)
    await open(vault, { request: async () => false, turn })
    await click('automatic-on')
    expect(await textOf('error')).toBe(errorText('downloads-denied'))
    expect(turn).not.toHaveBeenCalled()
  })

  test('say when and where they were written, and go off again with their permission', async () => {
    const turn = vi.fn(async () => undefined)
    const forgo = vi.fn(async () => true)
    const { backups } = await open(vault, { turn, forgo })
    await click('automatic-on')
    await waitFor(() => expect(turn).toHaveBeenCalledWith(true))
    const written = { vaultId: 'a-vault', generation: 3, writtenAtMs: nowMs, path: '/x/y.json' }
    await act(() => backups.notes.update((notes) => ({ ...notes, ...written })))
    expect(await textOf('automatic-written')).toContain('/x/y.json')
    await click('automatic-off')
    await waitFor(() => expect(forgo).toHaveBeenCalled())
    expect(turn).toHaveBeenLastCalledWith(false)
  })

  test('that could not be written say what to do, on every screen, and try again', async () => {
    const turn = vi.fn(async () => {
      throw new AppError('download-no-space')
    })
    const { backups } = await open(vault, { turn })
    const failed = { vaultId: 'a-vault', failure: 'download-no-space' } as const
    await act(() => backups.notes.update((notes) => ({ ...notes, ...failed })))
    await waitFor(() => expect(document.body.textContent).toContain(errorText('download-no-space')))
    await click('automatic-again')
    expect(await textOf('error')).toBe(errorText('download-no-space'))
    act(() => goTo('settings'))
    expect(await textOf('backup-due')).toContain(errorText('download-no-space'))
  })

  test('of a vault that is gone are off for this one', async () => {
    const { backups } = await open()
    await act(() => backups.notes.update((notes) => ({ ...notes, vaultId: 'another' })))
    await screen.findByTestId('automatic-on')
  })

  test('end with the vault', async () => {
    const forgo = vi.fn(async () => true)
    const { backups } = await open(vault, { forgo })
    await act(() => backups.notes.update((notes) => ({ ...notes, vaultId: 'a-vault' })))
    await click('remove-everything')
    type('remove-password', password)
    await click('remove-confirm')
    await screen.findByTestId('create-vault')
    expect(await backups.notes.read()).toEqual(noNotes)
    expect(forgo).toHaveBeenCalled()
  })
})

describe('the reminder', () => {
  const hour = 3_600_000
  const old = (ageMs: number) => documentOf(anAccount({ createdAtMs: nowMs - ageMs }))

  test.each([
    ['no backup yet', old(2 * hour), null, t('backup_due_never')],
    ['an account after the backup', old(2 * hour), nowMs - 3 * hour, t('backup_due_newer_one')],
    ['a backup of 40 days', old(999 * hour), nowMs - 960 * hour, t('backup_due_old', 40)],
  ])('comes with %s', async (_, document, byHandMs, said) => {
    const { backups } = await open(document)
    await act(() => backups.notes.update((notes) => ({ ...notes, byHandMs })))
    act(() => goTo('accounts'))
    await waitFor(async () => expect(await textOf('backup-due')).toContain(said))
  })

  test('does not come with a fresh backup', async () => {
    const { backups } = await open(old(2 * hour))
    await act(() => backups.notes.update((notes) => ({ ...notes, writtenAtMs: nowMs - hour })))
    act(() => goTo('accounts'))
    await screen.findByTestId('account-list')
    expect(screen.queryByTestId('backup-due')).toBeNull()
  })
})

describe('a rehearsal', () => {
  const drop = async (text: Uint8Array<ArrayBuffer>) => {
    const input = await screen.findByTestId('drill-file')
    fireEvent.change(input, { target: { files: [new File([text], 'backup.json')] } })
    await screen.findByTestId('drill-password')
  }

  test('says that a backup restores everything, or what differs, and writes nothing', async () => {
    const { services, fake } = await open()
    const before = fake.document
    const access = { password: 'of the file', deriveKek: services.deriveKek }
    await drop(await writeBackup(vault, access, nowMs))
    type('drill-password', 'wrong')
    await click('drill-open')
    await screen.findByTestId('error')
    type('drill-password', 'of the file')
    await click('drill-open')
    const said = await textOf('drill-result')
    expect(said).toContain(t('drill_counts', 14, 14))
    expect(said).toContain(t('drill_equal'))
    await drop(await writeBackup(documentOf(steamAccount), access, nowMs))
    type('drill-password', 'of the file')
    await click('drill-open')
    await waitFor(async () =>
      expect(await textOf('drill-result')).toContain(t('drill_missing', 13)),
    )
    expect(fake.document).toBe(before)
  })
})

describe('the emergency sheet', () => {
  test('is behind the master password', async () => {
    await open()
    await click('open-sheet')
    type('sheet-password', 'wrong')
    await click('sheet-confirm')
    await screen.findByTestId('error')
    expect(screen.queryByTestId('sheet')).toBeNull()
    expect(document.body.textContent).not.toContain('GEZD')
  })

  test('has every account with its secret and its code, and prints them', async () => {
    const print = vi.fn()
    await open(vault, { print })
    await click('open-sheet')
    type('sheet-password', password)
    await click('sheet-confirm')
    expect(await screen.findAllByTestId('sheet-entry')).toHaveLength(14)
    expect(screen.getAllByTestId('qr-code')).toHaveLength(14)
    expect(document.body.textContent).toContain('GEZD GNBV GY3T QOJQ')
    await click('print-sheet')
    expect(print).toHaveBeenCalledTimes(1)
    await click('close-sheet')
    await screen.findByTestId('open-sheet')
    expect(document.body.textContent).not.toContain('GEZD')
  })

  test('has recovery codes that are left if they are asked for, and else says what it leaves out', async () => {
    const recoveryCodes = [
      { code: 'aaaa-1111', usedAtMs: 5 },
      { code: 'bbbb-2222', usedAtMs: null },
    ]
    await open(documentOf({ ...totpAccount('a'), recoveryCodes }))
    await click('open-sheet')
    type('sheet-password', password)
    await click('sheet-confirm')
    const sheet = await screen.findByTestId('sheet')
    expect(sheet.textContent).not.toContain('2222')
    expect(sheet.textContent).toContain(t('loss_recovery', 1))
    await click('sheet-with-recovery')
    expect(await textOf('sheet-codes')).toBe('bbbb-2222')
    expect(sheet.textContent).not.toContain(t('loss_recovery', 1))
  })

  test('goes when its tab is left', async () => {
    await open()
    await click('open-sheet')
    type('sheet-password', password)
    await click('sheet-confirm')
    await screen.findByTestId('sheet')
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    hidden.mockRestore()
    expect(screen.queryByTestId('sheet')).toBeNull()
  })
})
