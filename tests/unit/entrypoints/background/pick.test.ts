import { expect, test, vi } from 'vitest'
import { pickRecoveryCodes } from '@/entrypoints/background/pick'

const click = { tabId: 7, frameId: 3, selection: 'ab-12 cd-34' }

function portsOf(selection: string | null) {
  const put = vi.fn(async (_text: { readonly text: string }) => {})
  const openPopup = vi.fn(async () => true)
  const selectionInTab = vi.fn(async () => selection)
  return {
    put,
    openPopup,
    selectionInTab,
    ports: { picked: { put }, openPopup, selectionInTab, now: () => 5 },
  }
}

test('the popup is opened straight from the click, before anything is waited for', () => {
  const { ports, openPopup } = portsOf(null)
  void pickRecoveryCodes(click, ports)
  expect(openPopup).toHaveBeenCalledOnce()
})

test('the lines of the page take the place of the browser’s one', async () => {
  const { ports, put, selectionInTab } = portsOf('ab-12\ncd-34')
  await pickRecoveryCodes(click, ports)
  expect(selectionInTab).toHaveBeenCalledWith(7, 3)
  expect(put.mock.calls.map(([text]) => text)).toEqual([
    { tabId: 7, text: 'ab-12 cd-34', atMs: 5 },
    { tabId: 7, text: 'ab-12\ncd-34', atMs: 5 },
  ])
})

test('where the page cannot be asked, the browser’s word is enough', async () => {
  const { ports, put } = portsOf(null)
  await pickRecoveryCodes(click, ports)
  expect(put).toHaveBeenCalledOnce()
})
