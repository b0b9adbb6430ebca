import { beforeEach, expect, test, vi } from 'vitest'
import { errorText, t } from '@/components/i18n'
import {
  mark,
  markFailed,
  markWaiting,
  startAfresh,
  unmarkWaiting,
  type Vain,
} from '@/entrypoints/background/marks'

// A toolbar button as browsers have it: for each tab its own text and title, or those of all tabs.
const { action, texts, titles } = vi.hoisted(() => {
  const texts = new Map<number, string>()
  const titles = new Map<number, string>()
  interface Told {
    readonly tabId?: number
    readonly text?: string | null
    readonly title?: string
  }
  const action = {
    setBadgeText: async ({ tabId = 0, text }: Told) =>
      void (text == null ? texts.delete(tabId) : texts.set(tabId, text)),
    getBadgeText: async ({ tabId = 0 }: Told) => texts.get(tabId) ?? '',
    setTitle: async ({ tabId = 0, title = '' }: Told) => void titles.set(tabId, title),
    getTitle: async ({ tabId = 0 }: Told) => titles.get(tabId) ?? 'Sixpence',
    setBadgeBackgroundColor: async () => undefined,
  }
  return { action, texts, titles }
})
vi.mock('webextension-polyfill', () => ({
  default: {
    action,
    tabs: {
      query: async ({ active }: { readonly active?: boolean }) =>
        active ? [] : [{ id: 7 }, { id: 8 }, { id: 9 }],
    },
  },
}))
beforeEach(() => {
  texts.clear()
  titles.clear()
})

test.each([
  ['picture', t('badge_picture')],
  ['selection', t('badge_selection')],
] as const)('the button says why to click on it for a %s', async (choice, title) => {
  await markWaiting(7, choice)
  expect([texts.get(7), titles.get(7)]).toEqual(['+', title])
})

test.each<[Vain, string, string]>([
  ['long-wait', '…', t('badge_wait_long')],
  ['no-account', '–', t('badge_no_account')],
  ['no-field', '–', t('badge_no_field')],
  ['sent', '–', t('badge_prompt_sent')],
  ['recovery', '–', t('badge_prompt_recovery')],
])(
  'the button says why a fill that was asked for came to nothing: %s',
  async (why, text, title) => {
    await mark(7, why)
    expect([texts.get(7), titles.get(7)]).toEqual([text, title])
  },
)

test('the button says which error a fill ended in', async () => {
  await markFailed(7, 'page-off-limits')
  expect([texts.get(7), titles.get(7)]).toEqual([
    '–',
    t('badge_failed', errorText('page-off-limits')),
  ])
})

test('unlocking and locking leave what waits, and nothing that is marked of codes', async () => {
  await mark(7, 'locked')
  await markWaiting(8, 'selection')
  await startAfresh()
  expect([...texts]).toEqual([[8, '+']])
})

test('when nothing waits any more, only those marks go', async () => {
  await mark(7, 'choose')
  await markWaiting(8, 'picture')
  await unmarkWaiting()
  expect([...texts]).toEqual([[7, '?']])
  expect(titles.get(8)).toBe('Sixpence')
})
