import type { Page as PlaywrightPage } from 'playwright-core'
import { callSource } from './engine'
import { readingOf } from './page-reading'
import type { Page } from './types'
import { defaultTimeoutMs, waitUntil } from './waiting'

const wrapped = new WeakMap<PlaywrightPage, Page>()
const unwrapped = new WeakMap<Page, PlaywrightPage>()

/** A page of the driver over one of Playwright; the same one every time. */
export function wrapPage(page: PlaywrightPage): Page {
  const known = wrapped.get(page)
  if (known) return known
  page.setDefaultTimeout(defaultTimeoutMs)
  const made = makePage(page)
  wrapped.set(page, made)
  unwrapped.set(made, page)
  return made
}

/** The way back. */
export function unwrapPage(page: Page): PlaywrightPage {
  const known = unwrapped.get(page)
  if (!known) throw new Error('this page belongs to another browser')
  return known
}

function makePage(page: PlaywrightPage): Page {
  const first = (selector: string) => page.locator(selector).first()
  const evaluate: Page['evaluate'] = (fn, ...args) => page.evaluate(callSource(fn, args))
  // A popup may close by the very click or key that was meant for it.
  const unlessGone = async (work: Promise<void>) => {
    try {
      await work
    } catch (error) {
      if (!page.isClosed()) throw error
    }
  }
  return {
    ...readingOf({ evaluate }),
    evaluate,
    goto: async (url) => {
      try {
        await page.goto(url)
      } catch (error) {
        // The page that says so comes a moment later, and would end what is asked for next.
        await page.waitForURL('chrome-error://**', { timeout: 1000 }).catch(() => undefined)
        throw error
      }
    },
    fill: async (selector, text) => {
      await first(selector).fill('')
      if (text.length <= 200) await first(selector).pressSequentially(text)
      else await page.keyboard.insertText(text)
    },
    click: (selector) => unlessGone(first(selector).click()),
    press: (key) => unlessGone(page.keyboard.press(key)),
    setFiles: (selector, paths) => first(selector).setInputFiles([...paths]),
    screenshot: async (path) => {
      // A window that has just come up refuses at first.
      await waitUntil('a picture', () => page.screenshot({ path, animations: 'disabled' }))
    },
    url: async () => page.url(),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
    isClosed: async () => page.isClosed(),
    closed: page.isClosed()
      ? Promise.resolve()
      : new Promise((resolve) => page.once('close', () => resolve())),
  }
}
