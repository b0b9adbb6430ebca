// @vitest-environment happy-dom
import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { errorText, t } from '@/components/i18n'
import { ManageApp } from '@/components/screens/manage/ManageApp'
import { goTo, route } from '@/components/screens/manage/route'
import { ServicesProvider } from '@/components/screens/manage/services'
import { clearToasts, showToast, toasts } from '@/components/ui/toasts'
import { maxFileSizeBytes } from '@/utils/backup/import-file'
import { writeBackup } from '@/utils/backup/write-backup'
import { anAccount, documentOf } from '../../model/fake-vault'
import { fakeServices, nowMs } from './fake-services'

const password = 'copper lantern drift mosaic'
const line = 'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP&issuer=Example'

// Screens are loaded when first wanted, and compiled for the test then.
configure({ asyncUtilTimeout: 10_000 })

beforeEach(() => {
  goTo('accounts', { replace: true })
  clearToasts()
})
afterEach(cleanup)

/** The page over a fake vault, open if there is a password. */
async function open(
  initial: Parameters<typeof fakeServices>[0] = {},
  over: Parameters<typeof fakeServices>[1] = {},
) {
  const made = fakeServices(initial, over)
  if (initial.password) await made.services.vault.unlock(initial.password, nowMs)
  render(
    <ServicesProvider value={made.services}>
      <ManageApp />
    </ServicesProvider>,
  )
  await act(() => made.services.model.open())
  return made
}

const type = (testId: string, value: string) =>
  fireEvent.input(screen.getByTestId(testId), { target: { value } })
const click = (testId: string) => fireEvent.click(screen.getByTestId(testId))

describe('with no vault', () => {
  test('every address leads to the welcome screen with its password form', async () => {
    goTo('backup', { replace: true })
    await open()
    expect(screen.getByTestId('create-vault')).toBeTruthy()
    await waitFor(() => expect(route.value).toBe('welcome'))
  })

  test('a password below the floor makes no vault and is told why', async () => {
    const { services } = await open()
    type('new-password', 'password123')
    type('repeat-password', 'password123')
    click('create-vault')
    expect((await screen.findByTestId('error')).textContent).not.toBe('')
    expect(await services.vault.status(nowMs)).toBe('none')
  })

  test('two different passwords make no vault', async () => {
    const { services } = await open()
    type('new-password', password)
    type('repeat-password', `${password}!`)
    click('create-vault')
    await screen.findByTestId('error')
    expect(await services.vault.status(nowMs)).toBe('none')
  })

  test('a good one makes it and leads to the accounts', async () => {
    await open()
    type('new-password', password)
    type('repeat-password', password)
    click('create-vault')
    await screen.findByTestId('account-list')
    expect(route.value).toBe('accounts')
  })

  test('words on offer can be taken over, but not the repeat', async () => {
    await open()
    click('suggest-words')
    await screen.findByTestId('use-words')
    const words = screen.getByTestId('words').textContent
    click('use-words')
    expect(screen.getByTestId<HTMLInputElement>('new-password').value).toBe(words)
    expect(screen.getByTestId<HTMLInputElement>('repeat-password').value).toBe('')
  })
})

describe('locking', () => {
  test('keeps the address, shows nothing of the vault and empties the toasts', async () => {
    goTo('settings', { replace: true })
    await open({ password, document: documentOf(anAccount()) })
    await screen.findByTestId('current-password')
    act(() => showToast('Example deleted'))
    click('lock')
    await screen.findByTestId('master-password')
    expect(route.value).toBe('settings')
    expect(toasts.value).toEqual([])
    await waitFor(() => expect(document.body.textContent).not.toContain('Example'))
  })

  test('a wrong password says so and can be typed again', async () => {
    await open({ password })
    click('lock')
    await screen.findByTestId('master-password')
    type('master-password', 'wrong')
    click('unlock')
    await screen.findByTestId('error')
    type('master-password', password)
    expect(screen.queryByTestId('error')).toBeNull()
    click('unlock')
    await screen.findByTestId('lock')
  })
})

const idInFocus = () =>
  document.activeElement?.closest('[data-account-id]')?.getAttribute('data-account-id')

describe('deleting an account', () => {
  test('moves it to the trash, and undo brings it back, with the focus', async () => {
    const named = ['Alpha', 'Beta'].map((issuer) => anAccount({ id: issuer, issuer }))
    const { services } = await open({ password, document: documentOf(...named) })
    const [button] = await screen.findAllByTestId('delete-account')
    button?.focus()
    if (button) fireEvent.click(button)
    const undo = await screen.findByTestId('undo')
    undo.focus()
    fireEvent.click(undo)
    await waitFor(() => expect(services.model.accounts.value).toHaveLength(2))
    expect(services.model.trash.value).toEqual([])
    await waitFor(() => expect(idInFocus()).toBe('Alpha'))
  })

  test.each([
    ['next', 0, 'Beta'],
    ['last', 2, 'Beta'],
  ])('hands the focus on to the %s row', async (_, deleted, heir) => {
    const named = ['Alpha', 'Beta', 'Gamma'].map((issuer) => anAccount({ id: issuer, issuer }))
    const { services } = await open({ password, document: documentOf(...named) })
    const button = (await screen.findAllByTestId('delete-account'))[deleted]
    button?.focus()
    if (button) fireEvent.click(button)
    await waitFor(() => expect(services.model.accounts.value).toHaveLength(2))
    await waitFor(() => expect(idInFocus()).toBe(heir))
  })

  test('leaves the focus to whoever went on meanwhile', async () => {
    const named = ['Alpha', 'Beta'].map((issuer) => anAccount({ id: issuer, issuer }))
    await open({ password, document: documentOf(...named) })
    const [button] = await screen.findAllByTestId('delete-account')
    button?.focus()
    if (button) fireEvent.click(button)
    const search = screen.getByTestId('search')
    search.focus()
    await screen.findByTestId('undo')
    expect(document.activeElement).toBe(search)
  })
})

describe('a star', () => {
  test('brings an account to the top with the focus, and its loss takes it back', async () => {
    const named = ['Alpha', 'Beta'].map((issuer) => anAccount({ id: issuer, issuer }))
    const { services } = await open({ password, document: documentOf(...named) })
    const starOf = async (at: number) => {
      const button = (await screen.findAllByTestId('star-account'))[at] ?? expect.fail()
      button.focus()
      fireEvent.click(button)
      return button
    }
    const ids = () => services.model.accounts.value.map(({ id }) => id)
    const button = await starOf(1)
    await waitFor(() => expect(ids()).toEqual(['Beta', 'Alpha']))
    await waitFor(() => expect(button.getAttribute('aria-pressed')).toBe('true'))
    await waitFor(() => expect(document.activeElement).toBe(button))
    await starOf(0)
    await waitFor(() => expect(ids()).toEqual(['Alpha', 'Beta']))
  })
})

describe('editing an account', () => {
  test.each([0, 1])(
    'stays open and says why it is in vain when another window deletes it, with %d left',
    async (left) => {
      const others = left === 0 ? [] : [anAccount({ id: 'b2', issuer: 'Zeta' })]
      const { fake } = await open({ password, document: documentOf(anAccount(), ...others) })
      const [edit] = await screen.findAllByLabelText(t('account_edit'))
      if (edit) fireEvent.click(edit)
      await screen.findByTestId('field-label')
      type('field-label', 'typed')
      const saved = documentOf(anAccount({ deletedAtMs: nowMs }), ...others)
      await act(async () => fake.saveElsewhere(saved))
      const said = (await screen.findByTestId('error')).textContent
      expect(said).toBe(errorText('account-missing'))
      expect(screen.getByTestId('field-label')).toHaveProperty('value', 'typed')
      click('save-form')
      expect(fake.document).toEqual(saved)
    },
  )
})

describe('pasting links', () => {
  test('shows every line before one save, and leads to the accounts', async () => {
    const { fake } = await open({ password })
    act(() => goTo('add'))
    await screen.findByTestId('paste-text')
    type('paste-text', `${line}\nnonsense`)
    click('paste-review')
    expect(await screen.findAllByTestId('review-new')).toHaveLength(1)
    expect(screen.getAllByTestId('review-problem')).toHaveLength(1)
    expect(fake.document.accounts).toHaveLength(0)
    click('save-all')
    await waitFor(() => expect(fake.document.accounts).toHaveLength(1))
    expect(route.value).toBe('accounts')
  })

  test('shows the live code of what is new, and of what differs both, with nothing chosen', async () => {
    const { fake } = await open({ password, document: documentOf(anAccount({ label: 'ada' })) })
    act(() => goTo('add'))
    await screen.findByTestId('paste-text')
    const renewed = line.replace('JBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQ')
    type(
      'paste-text',
      `${renewed}\n${renewed.replaceAll('Example', 'Other').replace('GEZD', 'GEZE')}`,
    )
    click('paste-review')
    const codesIn = (row: HTMLElement) =>
      within(row)
        .getAllByTestId('code')
        .map(({ textContent }) => textContent)
    const [fresh] = codesIn(await screen.findByTestId('review-new'))
    const [saved, found] = codesIn(screen.getByTestId('review-differing'))
    expect(new Set([fresh, saved, found]).size).toBe(3)
    for (const code of [fresh, saved, found]) expect(code).toMatch(/^\d{6}$/)
    click('save-all')
    await waitFor(() => expect(fake.document.accounts).toHaveLength(2))
    expect(fake.document.accounts[0]).toEqual(anAccount({ label: 'ada' }))
  })

  test('what is there already cannot be saved twice', async () => {
    await open({ password, document: documentOf(anAccount()) })
    act(() => goTo('add'))
    await screen.findByTestId('paste-text')
    type('paste-text', line)
    click('paste-review')
    await screen.findByTestId('review-known')
    expect(screen.getByTestId('save-all').hasAttribute('disabled')).toBe(true)
  })
})

test('an account typed by hand that is there already is shown as such, and not doubled', async () => {
  const { fake } = await open({ password, document: documentOf(anAccount()) })
  act(() => goTo('add'))
  await screen.findByTestId('field-secret')
  type('field-secret', 'JBSWY3DPEHPK3PXP')
  const form = screen.getByTestId('save-form').closest('form')
  if (form) fireEvent.submit(form)
  await screen.findByTestId('review-known')
  expect(fake.document.accounts).toHaveLength(1)
})

describe('restoring', () => {
  const restore = async (file: File, filePassword: string) => {
    act(() => goTo('backup'))
    const input = await screen.findByTestId('restore-file')
    fireEvent.change(input, { target: { files: [file] } })
    await screen.findByTestId('restore-password')
    type('restore-password', filePassword)
    click('restore-open')
  }

  test('asks for the password, shows what is in it, and reports what came of it', async () => {
    const { services, fake } = await open({ password })
    const access = { password: 'of the file', deriveKek: services.deriveKek }
    const bytes = await writeBackup(documentOf(anAccount()), access, nowMs)
    const file = new File([bytes], 'backup.json')
    await restore(file, 'wrong')
    const said = (await screen.findByTestId('error')).textContent
    expect(said).toBe(t('manage_restore_password_wrong'))
    type('restore-password', 'of the file')
    click('restore-open')
    await screen.findByTestId('restore-preview')
    expect(fake.document.accounts).toHaveLength(0)
    click('restore-apply')
    const report = await screen.findByTestId('restore-report')
    expect(report.textContent).toContain(t('manage_report_title'))
    expect(document.activeElement).toBe(report)
    expect(fake.document.accounts).toMatchObject([{ id: 'a1', issuer: 'Example' }])
  })

  test('says so where everything of it is there already', async () => {
    const { services } = await open({ password, document: documentOf(anAccount()) })
    const access = { password: 'of the file', deriveKek: services.deriveKek }
    const bytes = await writeBackup(documentOf(anAccount()), access, nowMs)
    await restore(new File([bytes], 'backup.json'), 'of the file')
    await screen.findByTestId('restore-preview')
    click('restore-apply')
    const report = await screen.findByTestId('restore-report')
    expect(report.textContent).toContain(t('manage_report_nothing'))
    expect(report.textContent).toContain(t('manage_report_same', 1))
    expect(report.textContent).not.toContain(t('manage_report_in', 0))
  })

  test('says what takes so long, and can be given up meanwhile', async () => {
    const { services } = await open({ password })
    const access = { password: 'of the file', deriveKek: services.deriveKek }
    const bytes = await writeBackup(documentOf(anAccount()), access, nowMs)
    const reading = vi.spyOn(services, 'readBackup').mockImplementation(
      (_, { onStep }) =>
        new Promise(() => {
          onStep?.({ kind: 'key', mebibytes: 1024 })
        }),
    )
    await restore(new File([bytes], 'backup.json'), 'of the file')
    await screen.findByText(t('manage_import_heavy', 1024))
    click('restore-other')
    await screen.findByTestId('restore-file')
    expect(reading.mock.calls[0]?.[1].signal?.aborted).toBe(true)
  })

  test('a file that is larger than any backup is not even read', async () => {
    await open({ password })
    act(() => goTo('backup'))
    const input = await screen.findByTestId('restore-file')
    const file = Object.defineProperties(new File(['{}'], 'x.json'), {
      size: { value: maxFileSizeBytes + 1 },
      arrayBuffer: { value: () => Promise.reject(new Error('read')) },
    })
    fireEvent.change(input, { target: { files: [file] } })
    expect((await screen.findByTestId('error')).textContent).toBe(errorText('file-too-large'))
  })

  test('a file that is none says so', async () => {
    await open({ password })
    act(() => goTo('backup'))
    const input = await screen.findByTestId('restore-file')
    fireEvent.change(input, { target: { files: [new File(['{}'], 'x.json')] } })
    await screen.findByTestId('error')
  })
})

describe('removing everything', () => {
  test('takes the master password, and only that', async () => {
    const { services } = await open({ password, document: documentOf(anAccount()) })
    act(() => goTo('backup'))
    fireEvent.click(await screen.findByTestId('remove-everything'))
    type('remove-password', 'wrong')
    click('remove-confirm')
    await screen.findByTestId('error')
    expect(services.model.accounts.value).toHaveLength(1)
    type('remove-password', password)
    click('remove-confirm')
    await screen.findByTestId('create-vault')
    expect(await services.vault.status(nowMs)).toBe('none')
  })
})
