import { writeFileSync } from 'node:fs'
import { callSource } from './engine'
import type { RunningFirefox } from './firefox-start'
import { readingOf } from './page-reading'
import type { Page } from './types'
import { sleep, waitUntil } from './waiting'

const ids = new WeakMap<Page, number>()

/** The number by which Firefox knows this page. */
export function browserIdOf(page: Page): number {
  const id = ids.get(page)
  if (id === undefined) throw new Error('this page belongs to another browser')
  return id
}

/** A page of the driver over a tab or a popup. */
export function firefoxPage(firefox: RunningFirefox, browserId: number): Page {
  const call = <R>(name: string, ...args: unknown[]) => firefox.call<R>(name, browserId, ...args)
  const evaluate: Page['evaluate'] = (fn, ...args) => call('run', `return ${callSource(fn, args)}`)
  const isClosed = async () => !(await call<boolean>('exists').catch(() => false))
  // A popup may close by the very click that was meant for it.
  const act = async (what: string, work: () => Promise<unknown>) => {
    await waitUntil(what, async () => {
      try {
        await work()
        return true
      } catch (error) {
        if (await isClosed()) return true
        throw error
      }
    })
  }
  const page: Page = {
    ...readingOf({ evaluate }),
    evaluate,
    goto: (url) => call('goTo', url),
    fill: async (selector, text) => {
      await page.waitFor(selector)
      const hasText = await evaluate(selectAll, selector)
      if (hasText) await call('type', selector, deleteKey)
      if (text.length > 200) await evaluate(insertText, text)
      else if (text) await act(`${selector} to take text`, () => call('type', selector, text))
    },
    click: (selector) => act(`${selector} to be clickable`, () => call('click', selector)),
    press: (key) => call('press', ...splitKey(key)),
    setFiles: async (selector, paths) => {
      // File inputs are often hidden behind something better looking.
      await waitUntil(`${selector} to be there`, async () => (await page.count(selector)) > 0)
      await call('type', selector, paths.join('\n'))
    },
    screenshot: async (path) => {
      writeFileSync(path, Buffer.from(await call<string>('screenshot'), 'base64'))
    },
    url: () => call('url'),
    bringToFront: () => call('bringToFront'),
    close: async () => {
      await call('close')
      await waitUntil('the page to close', isClosed)
    },
    isClosed,
    get closed() {
      return untilClosed(isClosed)
    },
  }
  ids.set(page, browserId)
  return page
}

async function untilClosed(isClosed: () => Promise<boolean>): Promise<void> {
  while (!(await isClosed())) await sleep(100)
}

/** WebDriver's name for the Delete key. */
const deleteKey = '\uE017'

/** `Control+Shift+A` as the key and its modifiers. */
function splitKey(name: string): [key: string, modifiers: string[]] {
  const parts = name.split(/\+(?!$)/)
  return [parts.at(-1) ?? name, parts.slice(0, -1)]
}

/** Answers whether there was anything to select. */
function selectAll(selector: string): boolean {
  const field = document.querySelector<HTMLInputElement>(selector)
  field?.focus()
  field?.select()
  return field?.value !== ''
}

function insertText(text: string): void {
  document.execCommand('insertText', false, text)
}
