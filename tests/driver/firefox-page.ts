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
  // Asked again of the document that follows; `evaluate` itself may act, and is not.
  const look: Page['evaluate'] = async (fn, ...args) => {
    const seen = await waitUntil('a document that stays', async () => {
      try {
        return { value: await evaluate(fn, ...args) }
      } catch (error) {
        if (String(error).includes(whenLeft)) return null
        return { error }
      }
    })
    if ('error' in seen) throw seen.error
    return seen.value
  }
  // Firefox refuses with a reason what it cannot do yet. All else is done, or fails, once.
  const act = async (what: string, name: string, ...args: readonly unknown[]) => {
    const outcome = await waitUntil(what, async () => {
      const refusal = await call<string | null>(name, ...args).catch((error) => ({ error }))
      if (typeof refusal === 'string') throw new Error(refusal)
      return refusal ?? { error: null }
    })
    // A popup may close by the very click that was meant for it.
    if (outcome.error && !(await isClosed())) throw outcome.error
  }
  const page: Page = {
    ...readingOf({ evaluate: look }),
    evaluate,
    goto: (url) => call('goTo', url),
    fill: async (selector, text) => {
      await page.waitFor(selector)
      const hasText = await evaluate(selectAll, selector)
      const toTake = `${selector} to take text`
      if (hasText) await act(toTake, 'type', selector, deleteKey)
      if (text.length > 200) await evaluate(insertText, text)
      else if (text) await act(toTake, 'type', selector, text)
    },
    click: async (selector) => {
      await page.waitFor(selector)
      await look(painted)
      await act(`${selector} to be clickable`, 'click', selector)
    },
    press: (key) => call('press', ...splitKey(key)),
    setFiles: async (selector, paths) => {
      // File inputs are often hidden behind something better looking.
      await act(`${selector} to be there`, 'type', selector, paths.join('\n'))
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

/** Firefox drops a click on what it has not painted yet, without a word. In the back it may not. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 1_000)
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
  })
}

/** firefox-privileged.js says so when a document went away before it answered. */
const whenLeft = 'the document went away'

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
