// @vitest-environment happy-dom
import { act, cleanup, configure, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { t } from '@/components/i18n'
import { reading } from '../../model/reading'
import { here } from './fake-services'
import { click, openPopup, textOf } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const secret = 'GEZDGNBVGY3TQOJQ'
const open = () =>
  openPopup({
    password: 'right',
    unlocked: true,
    site: { scan: async () => ({ ...reading(), keys: [secret] }) },
  })

test('a key on the page is shown in groups, and nothing is saved or focused by itself', async () => {
  const { log, fake } = await open()
  await screen.findByTestId('use-key')
  expect(textOf('key-text')).toBe('GEZD GNBV GY3T QOJQ')
  expect(screen.getByText(t('scan_found_key'))).toBeTruthy()
  expect(screen.queryByText(t('scan_nothing'))).toBeNull()
  expect(document.activeElement).toBe(document.body)
  expect(log).toEqual([])
  expect(fake.document.accounts).toEqual([])
})

test('nobody is told to go to a page with a code where this one shows what to save', async () => {
  await open()
  await screen.findByTestId('use-key')
  await import('@/components/screens/popup/NoAccounts')
  await act(async () => undefined)
  expect(screen.queryByText(t('popup_none'))).toBeNull()
})

test('it is looked at in the form, with the name and the site of the page, and saved there', async () => {
  const { fake } = await open()
  await screen.findByTestId('use-key')
  click('use-key')
  await screen.findByTestId('save-form')
  expect(fake.document.accounts).toEqual([])
  click('save-form')
  await screen.findByTestId('fill-code')
  expect(fake.document.accounts).toMatchObject([
    {
      issuer: here.host,
      label: '',
      parameters: { secretBase32: secret },
      sites: [{ origin: here.origin }],
    },
  ])
})
