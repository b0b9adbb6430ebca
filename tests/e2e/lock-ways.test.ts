import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, browsers, launch, type Page } from '../driver'
import { password } from './lock-bed'

// The ways to lock that no page of ours has a button for.

const locked = '[data-testid=master-password]'

interface Session {
  readonly unlockedAtMs: number
  readonly endMs?: number
  readonly deadlineMs: number
}
declare const chrome: {
  readonly storage: {
    readonly session: {
      get(key: string): Promise<{ keySession?: Session }>
      set(values: object): Promise<void>
    }
  }
  readonly runtime: { getContexts(filter: object): Promise<{ contextType: string }[]> }
}

describe.each(browsers)('in %s', (browser) => {
  let app: App
  let manage: Page

  const session = () =>
    app.background.evaluate(
      async () => (await chrome.storage.session.get('keySession')).keySession ?? null,
    )
  const popups = () =>
    app.background.evaluate(
      async () => (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length,
    )

  const choose = (testId: string, value: string) =>
    manage.evaluate(
      (selector, chosen) => {
        const select = document.querySelector<HTMLSelectElement>(selector)
        if (select) select.value = chosen
        select?.dispatchEvent(new Event('change', { bubbles: true }))
      },
      `[data-testid=${testId}]`,
      value,
    )

  beforeAll(async () => {
    app = await launch(browser, { prompts: true })
    await app.createVault(password)
    manage = await app.openManage('#/settings')
  })
  afterAll(() => app?.close())

  test('the vault locks at the limit chosen in the settings, however much it is used', async () => {
    await manage.waitFor('[data-testid=lock-at-latest]')
    await choose('lock-at-latest', '60')
    const limit = async () => {
      const { unlockedAtMs, endMs } = (await session()) ?? {}
      return (endMs ?? 0) - (unlockedAtMs ?? 0)
    }
    await expect.poll(limit).toBe(3_600_000)
    // As if it had been unlocked an hour ago, but for a few seconds.
    await app.background.evaluate(async () => {
      const { keySession } = await chrome.storage.session.get('keySession')
      const endMs = Date.now() + 4_000
      const times = { unlockedAtMs: endMs - 3_600_000, endMs, deadlineMs: endMs }
      await chrome.storage.session.set({ keySession: { ...keySession, ...times } })
    })
    await choose('lock-after', '30')
    await manage.waitFor(locked, { timeoutMs: 9_000 })
    expect(await session()).toBeNull()
  })

  test('the shortcut for the popup opens it', async () => {
    const page = await app.openTab('data:text/html,<h1>Anything')
    await app.pressShortcut(page, 'Alt+Shift+O')
    await expect.poll(popups).toBe(1)
  })

  test('the shortcut for locking locks, whatever is in front', async () => {
    await app.unlock(password)
    const page = await app.openTab('data:text/html,<h1>Anything')
    expect(await session()).not.toBeNull()
    await app.pressShortcut(page, 'Alt+Shift+L')
    await expect.poll(session).toBeNull()
    await manage.waitFor(locked)
  })

  test('our own code logged no errors', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})
