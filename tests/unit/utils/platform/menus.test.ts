import { beforeEach, expect, test, vi } from 'vitest'
import { onMenu, showMenus } from '@/utils/platform/menus'

const { menus } = vi.hoisted(() => {
  const listeners: ((info: object, tab?: object) => void)[] = []
  const addListener = (listener: (typeof listeners)[number]) => void listeners.push(listener)
  const created: object[] = []
  return {
    menus: {
      created,
      removeAll: vi.fn(async () => void created.splice(0)),
      create: (entry: object) => void created.push(entry),
      onClicked: { addListener },
      click: (info: object, tab?: object) => {
        for (const listener of listeners) listener(info, tab)
      },
    },
  }
})
vi.mock('webextension-polyfill', () => ({ default: { contextMenus: menus, runtime: {} } }))
beforeEach(() => void menus.created.splice(0))

test('the menu has these entries and no others, however often it is shown', async () => {
  const entries = [
    { id: 'a', title: 'A', on: 'editable', pages: ['https://*/*'] },
    { id: 'b', title: 'B', on: 'image' },
  ] as const
  await showMenus(entries)
  await showMenus(entries)
  expect(menus.created).toEqual([
    { id: 'a', title: 'A', contexts: ['editable'], documentUrlPatterns: ['https://*/*'] },
    { id: 'b', title: 'B', contexts: ['image'] },
  ])
})

test('a click is told to its own listener, with the frame, the picture and the selection', () => {
  const heard = vi.fn()
  onMenu('b', heard)
  menus.click({ menuItemId: 'a' }, { id: 7 })
  menus.click({ menuItemId: 'b' })
  expect(heard).not.toHaveBeenCalled()
  menus.click({ menuItemId: 'b', frameId: 3, srcUrl: 'https://x.example/a.png' }, { id: 7 })
  menus.click({ menuItemId: 'b', selectionText: 'some' }, { id: 7 })
  expect(heard.mock.calls).toEqual([
    [{ tabId: 7, frameId: 3, picture: 'https://x.example/a.png', selection: '' }],
    [{ tabId: 7, frameId: 0, picture: null, selection: 'some' }],
  ])
})
