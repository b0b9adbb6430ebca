// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { t } from '@/components/i18n'
import { ManageApp } from '@/components/screens/manage/ManageApp'
import { ServicesProvider } from '@/components/screens/manage/services'
import { AppError } from '@/utils/errors/app-error'
import { emptyDocument } from '@/utils/vault/document'
import { allWell } from '../../model/fake-vault'
import { fakeServices, nowMs } from './fake-services'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const password = 'copper lantern drift mosaic'
const mishap = {
  foundAtMs: nowMs,
  openedFrom: 'store' as const,
  savedAtMs: nowMs,
  skippedGenerations: 1,
  missingSaves: 1,
}
const piece = {
  from: 'store',
  generation: 3,
  foundAtMs: nowMs,
  bytes: new Uint8Array([1]),
} as const

async function open(made: ReturnType<typeof fakeServices>, unlocked: boolean) {
  if (unlocked) await made.services.vault.unlock(password, nowMs)
  render(
    <ServicesProvider value={made.services}>
      <ManageApp />
    </ServicesProvider>,
  )
  await act(() => made.services.model.open())
}

test('a mishap is told until it was read, and is gone from the vault then', async () => {
  const made = fakeServices({ password, document: { ...emptyDocument, mishap } })
  await open(made, true)
  expect(screen.getByText(t('health_missing_title'))).toBeTruthy()
  await act(async () => {
    fireEvent.click(screen.getByTestId('dismiss-mishap'))
  })
  expect(screen.queryByText(t('health_missing_title'))).toBeNull()
  expect(made.fake.document).not.toHaveProperty('mishap')
})

test.each([
  ['offered', [piece], true],
  ['not offered where nothing is damaged', [], false],
])('damaged data is %s', async (_, pieces, offered) => {
  const made = fakeServices({ password, document: { ...emptyDocument, mishap } })
  made.fake.vault.damaged = async () => pieces
  await open(made, true)
  await act(async () => {})
  expect(screen.queryByTestId('save-damaged') !== null).toBe(offered)
})

test('a vault of which nothing opens offers its damaged data', async () => {
  const made = fakeServices({ password })
  made.fake.vault.damaged = async () => [piece]
  made.fake.vault.unlock = () => Promise.reject(new AppError('vault-damaged'))
  await open(made, false)
  expect(screen.queryByTestId('save-damaged')).toBeNull()
  fireEvent.click(screen.getByTestId('unlock'))
  expect(await screen.findByTestId('save-damaged')).toBeTruthy()
})

test('whoever can open the vault no more may start anew, but not by one click', async () => {
  const made = fakeServices({ password })
  let removed = 0
  made.fake.vault.remove = async () => {
    removed += 1
  }
  await open(made, false)
  fireEvent.click(screen.getByTestId('start-anew'))
  const confirm = screen.getByTestId('start-anew-confirm')
  const form = confirm.closest('form')
  if (form === null) throw new Error('no form')
  fireEvent.submit(form)
  await act(async () => {})
  expect(removed).toBe(0)
  fireEvent.click(screen.getByTestId('start-anew-understood'))
  fireEvent.submit(form)
  await act(async () => {})
  expect(removed).toBe(1)
})

test('a missing second copy is told once', async () => {
  const made = fakeServices({ password })
  made.fake.report = { ...allWell, copied: false }
  await open(made, true)
  expect(screen.getByText(t('health_no_copy_title'))).toBeTruthy()
  fireEvent.click(screen.getByText(t('health_dismiss')))
  await act(async () => {})
  expect(screen.queryByText(t('health_no_copy_title'))).toBeNull()
})

test.each([true, false])(
  'the first screen says so first when a vault was lost: %s',
  async (lost) => {
    const made = fakeServices()
    made.fake.vault.wasLost = async () => lost
    await open(made, false)
    await act(async () => {})
    expect(screen.queryByText(t('health_lost_title')) !== null).toBe(lost)
  },
)
