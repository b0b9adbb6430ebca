// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { errorText, t } from '@/components/i18n'
import { followAddress, goTo, route } from '@/components/screens/manage/route'
import { fakeServices } from '../fake-services'
import { showManage } from '../show-manage'

configure({ asyncUtilTimeout: 10_000 })
const password = 'copper lantern drift mosaic'
const uri = 'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP&issuer=Example'
const image = new Blob(['picture'])
const origin = 'https://heron.example'

beforeEach(() => {
  location.hash = '#/add/draw'
  followAddress()()
})
afterEach(() => {
  cleanup()
  goTo('accounts')
})

async function open(payloads: readonly string[] | null) {
  const read = vi.fn(async () => payloads ?? [])
  const handed = { take: async () => (payloads === null ? null : { image, origin }), read }
  const made = fakeServices({ password }, { handed })
  await showManage(made.services, password)
  return { ...made, read }
}

test('what is read in the frame is reviewed, and saved for the page, filled there when asked', async () => {
  const { fake, read } = await open([uri])
  fireEvent.keyDown(await screen.findByTestId('draw-frame'), { key: 'ArrowLeft' })
  fireEvent.click(screen.getByTestId('draw-read'))
  await screen.findByTestId('review-new')
  expect(read).toHaveBeenCalledWith(image, [expect.closeTo(0.28), 0.25, 0.4, 0.5])
  expect(fake.document.accounts).toEqual([])
  fireEvent.click(screen.getByTestId('save-all'))
  await waitFor(() => expect(fake.document.accounts).toHaveLength(1))
  expect(fake.document.accounts).toMatchObject([
    { issuer: 'Example', sites: [{ origin, match: 'origin', fill: 'request' }] },
  ])
  expect(route.value).toBe('accounts')
})

test('a frame without a code says so until it is drawn again', async () => {
  await open([])
  fireEvent.keyDown(await screen.findByTestId('draw-frame'), { key: 'Enter' })
  expect((await screen.findByTestId('error')).textContent).toBe(errorText('qr-unread'))
  fireEvent.keyDown(screen.getByTestId('draw-frame'), { key: 'ArrowUp' })
  await waitFor(() => expect(screen.queryByTestId('error')).toBeNull())
})

test('a web address in the frame is a problem, and nothing is opened', async () => {
  await open(['https://evil.example/?next=javascript:alert(1)'])
  fireEvent.click(await screen.findByTestId('draw-read'))
  await screen.findByTestId('review-problem')
  expect(document.querySelector('a[href*="evil"]')).toBeNull()
})

test('a page that was not given a picture says where to get one', async () => {
  await open(null)
  expect((await screen.findByText(t('draw_gone'))).textContent).not.toBe('')
})

test('other ways are named when drawing is left, not over it', async () => {
  await open([])
  fireEvent.click(await screen.findByTestId('draw-cancel'))
  expect(await screen.findByText(t('manage_add_lead'))).toBeTruthy()
  cleanup()
  location.hash = '#/add/draw'
  followAddress()()
  await open([])
  await screen.findByTestId('draw-frame')
  expect(screen.queryByText(t('manage_add_lead'))).toBeNull()
})
