// @vitest-environment happy-dom
import { act, cleanup, configure, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { t } from '@/components/i18n'
import { AppError } from '@/utils/errors/app-error'
import { emptyDocument } from '@/utils/vault/document'
import { click, openPopup } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const password = 'right'
const mishap = {
  foundAtMs: 2,
  openedFrom: 'copy' as const,
  savedAtMs: 1,
  skippedGenerations: 0,
  missingSaves: 0,
}

test('a mishap is told until it was read', async () => {
  const document = { ...emptyDocument, mishap }
  const { fake } = await openPopup({ password, document, unlocked: true })
  expect(await screen.findByText(t('health_copied_title'))).toBeTruthy()
  click('dismiss-mishap')
  await act(async () => {})
  expect(screen.queryByText(t('health_copied_title'))).toBeNull()
  expect(fake.document).not.toHaveProperty('mishap')
})

test('a vault of which nothing opens leads to where its damaged data can be saved', async () => {
  const { fake, log } = await openPopup({ password })
  fake.vault.unlock = () => Promise.reject(new AppError('vault-damaged'))
  await screen.findByTestId('unlock')
  click('unlock')
  ;(await screen.findByText(t('health_save_damaged'))).click()
  expect(log).toHaveLength(1)
})

test('without a vault the popup welcomes; where one was lost it says so', async () => {
  await openPopup()
  expect(await screen.findByText(t('popup_welcome_title'))).toBeTruthy()
  cleanup()
  await openPopup({ lost: true })
  expect(await screen.findByText(t('health_lost_title'))).toBeTruthy()
})
