// @vitest-environment happy-dom
import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
} from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { t } from '@/components/i18n'
import { ManageApp } from '@/components/screens/manage/ManageApp'
import { goTo } from '@/components/screens/manage/route'
import { ServicesProvider } from '@/components/screens/manage/services'
import { clearToasts } from '@/components/ui/toasts'
import type { RecoveryCode } from '@/utils/vault/recovery-code'
import { anAccount, documentOf } from '../../../model/fake-vault'
import { fakeServices, nowMs } from '../fake-services'

const password = 'copper lantern drift mosaic'
const codes = [
  { code: 'aaaa-1111', usedAtMs: 5 },
  { code: 'bbbb-2222', usedAtMs: null },
  { code: 'cccc-3333', usedAtMs: null },
]

configure({ asyncUtilTimeout: 10_000 })
beforeEach(() => {
  goTo('accounts', { replace: true })
  clearToasts()
})
afterEach(cleanup)

async function open(recoveryCodes?: RecoveryCode[]) {
  const copied: string[] = []
  const copy = async (text: string) => {
    copied.push(text)
    return 30
  }
  const account = anAccount({ id: 'ada', ...(recoveryCodes && { recoveryCodes }) })
  const made = fakeServices({ password, document: documentOf(account) }, { copy })
  await made.services.vault.unlock(password, nowMs)
  render(
    <ServicesProvider value={made.services}>
      <ManageApp />
    </ServicesProvider>,
  )
  await act(() => made.services.model.open())
  fireEvent.click(await screen.findByTestId('recovery-account'))
  await screen.findByTestId('paste-recovery')
  const kept = async () => (await made.services.vault.read(nowMs)).accounts[0]?.recoveryCodes
  return { ...made, copied, kept }
}

async function reveal() {
  fireEvent.input(screen.getByTestId('reveal-password'), { target: { value: password } })
  const form = screen.getByTestId('reveal-confirm').closest('form')
  if (form) fireEvent.submit(form)
  return await screen.findByTestId('recovery-list')
}
const click = (testId: string, at = 0) => {
  const element = screen.getAllByTestId(testId)[at]
  if (element) fireEvent.click(element)
}

test('no code is in the page before the master password was right, only how many are left', async () => {
  await open(codes)
  expect(document.documentElement.outerHTML).not.toContain('bbbb')
  expect(screen.getByTestId('recovery-account').title).toBe(t('recovery_title_left', 2, 3))
  expect((await reveal()).textContent).toContain('bbbb-2222')
  expect(screen.getByTestId('recovery-left').textContent).toBe(t('recovery_left', 2, 3))
  expect(screen.getByText(t('recovery_few'))).toBeTruthy()
})

test('a code is copied, ticked off by hand and put back', async () => {
  const { copied, kept } = await open(codes)
  await reveal()
  click('copy-recovery', 1)
  expect(copied).toEqual(['bbbb-2222'])
  click('recovery-used', 1)
  await waitFor(async () => expect((await kept())?.[1]?.usedAtMs).toBe(nowMs))
  await waitFor(() =>
    expect(screen.getByTestId('recovery-left').textContent).toBe(t('recovery_left', 1, 3)),
  )
  click('recovery-used', 1)
  await waitFor(async () => expect(await kept()).toEqual(codes))
})

test('all are removed, and brought back with their marks of use', async () => {
  const { kept } = await open(codes)
  await reveal()
  click('remove-recovery')
  await screen.findByTestId('undo-remove')
  expect(await kept()).toBeUndefined()
  click('undo-remove')
  await screen.findByTestId('recovery-list')
  expect(await kept()).toEqual(codes)
})

test('what is pasted is shown before it is kept, and kept with an account that had none', async () => {
  const { kept } = await open()
  expect(screen.queryByTestId('reveal-password')).toBeNull()
  const value = 'Your codes:\n1. dddd-4444\n2. eeee-5555'
  fireEvent.input(screen.getByTestId('paste-recovery'), { target: { value } })
  expect((await screen.findByTestId('recovery-codes')).textContent).toBe('dddd-4444eeee-5555')
  const form = screen.getByTestId('keep-recovery').closest('form')
  if (form) fireEvent.submit(form)
  await screen.findByTestId('recovery-list')
  expect((await kept())?.map(({ code }) => code)).toEqual(['dddd-4444', 'eeee-5555'])
})
