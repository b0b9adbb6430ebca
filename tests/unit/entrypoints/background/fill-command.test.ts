import { beforeEach, expect, it, vi } from 'vitest'
import { fillByMenu, fillByShortcut, type PointPorts } from '@/entrypoints/background/fill-command'
import type { Vain } from '@/entrypoints/background/marks'
import type { UserFillResult } from '@/entrypoints/background/user-fill'
import { AppError } from '@/utils/errors/app-error'

const fill = vi.fn<PointPorts['fill']>()
const mark = vi.fn<PointPorts['mark']>()
const markFailed = vi.fn<PointPorts['markFailed']>()
const openPopup = vi.fn<PointPorts['openPopup']>()
const isFrontTab = vi.fn<PointPorts['isFrontTab']>()
const measureDocument = vi.fn<PointPorts['measureDocument']>()
const injectFill = vi.fn<PointPorts['injectFill']>()
const sendToDocument = vi.fn<PointPorts['sendToDocument']>()
const sleep = vi.fn<PointPorts['sleep']>(async () => undefined)
const ports = {
  fill,
  mark,
  markFailed,
  openPopup,
  isFrontTab,
  measureDocument,
  injectFill,
  sendToDocument,
  sleep,
}
const wait = { kind: 'wait', why: 'used', untilMs: 9, isLong: false } as const

beforeEach(() => {
  vi.resetAllMocks()
  fill.mockResolvedValue({ kind: 'filled' })
  openPopup.mockResolvedValue(true)
  isFrontTab.mockResolvedValue(true)
  measureDocument.mockResolvedValue({ origin: 'https://a.example', path: '/', documentId: 'doc' })
  sendToDocument.mockResolvedValue({ pointed: {} as never })
})

it('the shortcut fills, and shows nothing where that went well', async () => {
  await fillByShortcut(7, ports)
  expect(fill).toHaveBeenCalledExactlyOnceWith(
    { way: 'shortcut', tabId: 7, accountId: null },
    'ask',
  )
  expect(openPopup).not.toHaveBeenCalled()
})

it('the shortcut waits with the code for its turn, and says so on the button', async () => {
  fill.mockResolvedValueOnce(wait)
  await fillByShortcut(7, ports)
  expect(mark).toHaveBeenCalledExactlyOnceWith(7, 'wait')
  expect(fill.mock.lastCall?.[1]).toBe('wait')
  expect(openPopup).not.toHaveBeenCalled()
})

it.each<UserFillResult>([
  { kind: 'choose' },
  { kind: 'no-field' },
  { kind: 'other-site', host: 'a.example' },
  { kind: 'other-prompt', prompt: 'sent' },
  { ...wait, isLong: true },
])('the popup opens where the shortcut comes to $kind', async (result) => {
  fill.mockResolvedValue(result)
  await fillByShortcut(7, ports)
  expect(openPopup).toHaveBeenCalledOnce()
  expect(fill).toHaveBeenCalledOnce()
})

it('the popup opens to unlock', async () => {
  fill.mockRejectedValue(new AppError('vault-locked'))
  await fillByShortcut(7, ports)
  expect(openPopup).toHaveBeenCalledOnce()
})

it.each<[UserFillResult, Vain]>([
  [{ kind: 'choose' }, 'choose'],
  [{ kind: 'no-field' }, 'no-field'],
  [{ kind: 'other-site', host: 'a.example' }, 'no-account'],
  [{ kind: 'other-prompt', prompt: 'sent' }, 'sent'],
  [{ kind: 'other-prompt', prompt: 'recovery' }, 'recovery'],
  [{ ...wait, isLong: true }, 'long-wait'],
  [{ kind: 'overtaken' }, 'long-wait'],
])(
  'the button says why nothing was filled where the browser opens no popup: %o',
  async (result, reason) => {
    fill.mockResolvedValue(result)
    openPopup.mockResolvedValue(false)
    await fillByShortcut(7, ports)
    expect(mark).toHaveBeenCalledExactlyOnceWith(7, reason)
  },
)

it('the button does not go on waiting where the code found no field in its turn', async () => {
  fill.mockResolvedValueOnce(wait).mockResolvedValueOnce({ kind: 'no-field' })
  await fillByShortcut(7, ports)
  expect(mark.mock.calls).toEqual([
    [7, 'wait'],
    [7, null],
  ])
  expect(openPopup).toHaveBeenCalledOnce()
})

it('the button says what came of the wait, and not of what was before it', async () => {
  fill.mockResolvedValueOnce(wait).mockRejectedValueOnce(new AppError('vault-locked'))
  openPopup.mockResolvedValue(false)
  await fillByShortcut(7, ports)
  expect(mark).toHaveBeenLastCalledWith(7, 'locked')
})

it.each([
  ['shortcut', () => fillByShortcut(7, ports)],
  ['menu', () => fillByMenu({ tabId: 7, frameId: 0 }, ports)],
])('the button says that the vault is locked where the %s opens no popup', async (_, ask) => {
  fill.mockRejectedValue(new AppError('vault-locked'))
  openPopup.mockResolvedValue(false)
  await ask()
  expect(mark).toHaveBeenCalledExactlyOnceWith(7, 'locked')
})

it('no mark calls anything else locked', async () => {
  fill.mockRejectedValue(new AppError('page-silent'))
  openPopup.mockResolvedValue(false)
  await fillByShortcut(7, ports)
  expect(mark).not.toHaveBeenCalled()
  expect(markFailed).toHaveBeenCalledExactlyOnceWith(7, 'page-silent')
})

it('the menu fills the field that was pointed at, in its own frame', async () => {
  await fillByMenu({ tabId: 7, frameId: 3 }, ports)
  expect(measureDocument).toHaveBeenCalledExactlyOnceWith(7, 3)
  expect(injectFill).toHaveBeenCalledExactlyOnceWith(7, 'doc', true)
  expect(sendToDocument).toHaveBeenCalledExactlyOnceWith(7, 'doc', { type: 'content.point' })
  const ask = { way: 'menu', tabId: 7, accountId: null, frameId: 3 }
  expect(fill).toHaveBeenCalledExactlyOnceWith(ask, 'ask')
})

it('the menu tries once more where the browser lets us in a moment later', async () => {
  measureDocument.mockRejectedValueOnce(new AppError('page-off-limits'))
  await fillByMenu({ tabId: 7, frameId: 3 }, ports)
  expect(fill).toHaveBeenCalledOnce()
  expect(openPopup).not.toHaveBeenCalled()
})

it.each<[string, () => void]>([
  ['no code may go into it', () => sendToDocument.mockResolvedValue({ pointed: null })],
  ['the page is gone', () => sendToDocument.mockResolvedValue(null)],
  [
    'nothing may run there',
    () => measureDocument.mockRejectedValue(new AppError('page-off-limits')),
  ],
])('the menu fills nothing where %s', async (_, given) => {
  given()
  await fillByMenu({ tabId: 7, frameId: 0 }, ports)
  expect(fill).not.toHaveBeenCalled()
  expect(openPopup).toHaveBeenCalledOnce()
  expect(mark).not.toHaveBeenCalled()
  openPopup.mockResolvedValue(false)
  await fillByMenu({ tabId: 7, frameId: 0 }, ports)
  expect(mark).toHaveBeenCalledExactlyOnceWith(7, 'no-field')
})

it('opens nothing over the page of another tab, and marks the tab that was asked for', async () => {
  fill.mockResolvedValue({ kind: 'no-field' })
  isFrontTab.mockResolvedValue(false)
  await fillByShortcut(7, ports)
  expect(isFrontTab).toHaveBeenCalledExactlyOnceWith(7)
  expect(openPopup).not.toHaveBeenCalled()
  expect(mark).toHaveBeenCalledExactlyOnceWith(7, 'no-field')
})
