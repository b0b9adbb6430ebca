// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { errorText, t } from '@/components/i18n'
import { followAddress, goTo, route } from '@/components/screens/manage/route'
import { AppError, type ErrorCode } from '@/utils/errors/app-error'
import type { LiveCamera } from '@/utils/platform/camera'
import type { Reading } from '@/utils/qr/decode'
import { fakeServices } from '../fake-services'
import { showManage } from '../show-manage'

configure({ asyncUtilTimeout: 10_000 })
const password = 'copper lantern drift mosaic'
const uri = 'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP&issuer=Example'
const link = 'https://evil.example/?next=javascript:alert(1)'
/** The first of two codes. */
const part = readFileSync(
  path.resolve(import.meta.dirname, '../../../../../fixtures/imports/google-parts.txt'),
  'utf8',
).split('\r\n')[0] as string
const seen = (...payloads: readonly string[]): Reading => ({
  payloads,
  hasPart: false,
  hasCut: false,
})

beforeEach(() => {
  location.hash = '#/add'
  followAddress()()
})
afterEach(() => {
  cleanup()
  goTo('accounts')
  vi.restoreAllMocks()
})

/** A camera that shows what the test says, look by look. */
function fakeCamera() {
  const looks: { resolve: (reading: Reading) => void; reject: (failure: unknown) => void }[] = []
  let lose = () => {}
  const close = vi.fn()
  const live: LiveCamera = {
    stream: null as unknown as MediaStream,
    isMirrored: true,
    look: () => new Promise((resolve, reject) => void looks.push({ resolve, reject })),
    onLost: (told) => {
      lose = told
    },
    close,
  }
  const next = async () => {
    await waitFor(() => expect(looks).not.toHaveLength(0))
    const [look] = looks.splice(0, 1)
    if (!look) throw new Error('nobody looks')
    return look
  }
  const show = async (reading: Reading) => {
    const { resolve } = await next()
    await act(async () => resolve(reading))
  }
  return { live, close, show, next, lose: () => act(() => lose()) }
}

async function open(camera: () => Promise<LiveCamera>) {
  const made = fakeServices({ password }, { camera })
  await showManage(made.services, password)
  fireEvent.click(await screen.findByTestId('camera-start'))
  return made
}

async function openOn() {
  const camera = fakeCamera()
  const made = await open(async () => camera.live)
  await screen.findByTestId('camera-picture')
  return { ...made, ...camera }
}

const told = () => screen.getByTestId('camera-told').textContent

test('an account ends the camera at once, is reviewed with the focus on it, and saved', async () => {
  const { fake, show, close } = await openOn()
  expect(told()).toBe(t('camera_looking'))
  await show(seen())
  expect(close).not.toHaveBeenCalled()
  await show(seen(uri))
  expect(close).toHaveBeenCalledOnce()
  const review = await screen.findByTestId('review-new')
  expect(document.activeElement?.contains(review)).toBe(true)
  expect(fake.document.accounts).toEqual([])
  fireEvent.click(screen.getByTestId('save-all'))
  await waitFor(() => expect(fake.document.accounts).toHaveLength(1))
  expect(route.value).toBe('accounts')
})

test.each<ErrorCode>(['camera-missing', 'camera-refused', 'camera-busy', 'unexpected'])(
  '%s is told, and the camera can be tried again',
  async (code) => {
    await open(() => Promise.reject(code === 'unexpected' ? new Error() : new AppError(code)))
    expect((await screen.findByTestId('error')).textContent).toBe(errorText(code))
    fireEvent.click(screen.getByTestId('camera-start'))
    await waitFor(() => expect(screen.queryByTestId('error')).toBeNull())
  },
)

test('a web address is shown, not opened, and the camera looks on', async () => {
  const { show, close } = await openOn()
  await show(seen(link))
  expect(told()).toContain(errorText('qr-link'))
  expect(screen.getByTestId('link-text').textContent).toBe(link)
  expect(document.querySelector('a[href*="evil"]')).toBeNull()
  expect(close).not.toHaveBeenCalled()
})

test('where nothing is seen for long, a hint says what may help', async () => {
  const { show } = await openOn()
  for (let look = 0; look < 40; look += 1) await show(seen())
  expect(told()).toBe(t('camera_hint'))
})

test('codes of an export outlast the camera, and can be gone on with alone', async () => {
  const { show, close } = await openOn()
  await show(seen(part))
  expect(told()).toContain(t('found_series_missing', 1, 2, '2'))
  expect(told()).toContain(t('camera_next'))
  expect(close).not.toHaveBeenCalled()
  fireEvent.click(screen.getByTestId('camera-stop'))
  expect(close).toHaveBeenCalledOnce()
  fireEvent.click(await screen.findByTestId('camera-start'))
  await screen.findByTestId('camera-picture')
  expect(told()).toContain(t('found_series_missing', 1, 2, '2'))
  fireEvent.click(screen.getByTestId('camera-finish'))
  expect(await screen.findAllByTestId('review-new')).toHaveLength(2)
  expect(screen.getByText(t('manage_series_period'))).toBeTruthy()
})

test.each([
  ['is stopped', () => fireEvent.click(screen.getByTestId('camera-stop')), ''],
  [
    'is hidden with its tab',
    () => {
      vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
      fireEvent(document, new Event('visibilitychange'))
    },
    t('camera_left'),
  ],
  ['leaves the screen', () => act(() => goTo('settings')), ''],
  ['locks the vault', () => fireEvent.click(screen.getByTestId('lock')), ''],
])(
  'when the user %s the camera goes off at once, and what it saw then is not taken',
  async (_, leave, says) => {
    const { next, close, fake } = await openOn()
    const { resolve } = await next()
    leave()
    await waitFor(() => expect(close).toHaveBeenCalledOnce())
    await act(async () => resolve(seen(uri)))
    expect(screen.queryByTestId('review-new')).toBeNull()
    expect(document.body.textContent).toContain(says)
    expect(fake.document.accounts).toEqual([])
  },
)

test('what was seen as the tab was hidden is not taken either', async () => {
  const { next, close } = await openOn()
  const { resolve } = await next()
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  await act(async () => {
    document.dispatchEvent(new Event('visibilitychange'))
    resolve(seen(uri))
  })
  expect(close).toHaveBeenCalledOnce()
  expect(screen.getByText(t('camera_left'))).toBeTruthy()
  expect(screen.queryByTestId('import-reading')).toBeNull()
})

test('a camera that comes after the user has stopped waiting is switched off', async () => {
  const { live, close } = fakeCamera()
  let give: (camera: LiveCamera) => void = () => {}
  await open(() => new Promise((resolve) => (give = resolve)))
  expect(told()).toBe(t('camera_starting'))
  fireEvent.click(screen.getByTestId('camera-stop'))
  await act(async () => give(live))
  expect(close).toHaveBeenCalledOnce()
  expect(screen.queryByTestId('camera-picture')).toBeNull()
})

test('a camera that is unplugged, and one whose picture cannot be read, say so', async () => {
  const { lose, close, next } = await openOn()
  const late = await next()
  lose()
  expect((await screen.findByTestId('error')).textContent).toBe(errorText('camera-lost'))
  expect(close).toHaveBeenCalledOnce()
  late.reject(new AppError('scan-too-slow'))
  cleanup()
  location.hash = '#/add'
  const again = await openOn()
  const { reject } = await again.next()
  await act(async () => reject(new AppError('scan-too-slow')))
  expect((await screen.findByTestId('error')).textContent).toBe(errorText('scan-too-slow'))
  expect(again.close).toHaveBeenCalledOnce()
})
