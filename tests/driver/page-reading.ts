// biome-ignore-all lint/performance/useDomNodeTextContent: the text as rendered is what is meant.
import type { Page, PageFunction, WaitOptions } from './types'
import { waitUntil } from './waiting'

type Evaluate = Page['evaluate']

/** The methods of a page that only look at it, made of `evaluate`, the same in every browser. */
export type PageReading = Pick<Page, 'text' | 'value' | 'count' | 'waitFor' | 'waitForText'>

/** Builds them. */
export function readingOf(page: { evaluate: Evaluate }): PageReading {
  const run: Evaluate = (fn, ...args) => page.evaluate(fn, ...args)
  const waitFor = (what: string | PageFunction<[], unknown>, options: WaitOptions = {}) =>
    explained(run, async () => {
      const name = typeof what === 'string' ? `${what} to be visible` : what.toString()
      await waitUntil(
        name,
        () => (typeof what === 'string' ? run(isVisible, what) : run(what)),
        options.timeoutMs,
      )
    })
  return {
    waitFor,
    waitForText: (text, options = {}) =>
      explained(run, async () => {
        await waitUntil(`the text "${text}"`, () => run(showsText, text), options.timeoutMs)
      }),
    text: (selector) => explained(run, () => readFirst(run, selector, innerTextOf)),
    value: (selector) => explained(run, () => readFirst(run, selector, fieldValueOf)),
    count: (selector) => run(countOf, selector),
  }
}

async function readFirst(
  run: Evaluate,
  selector: string,
  read: (selector: string) => string | null,
): Promise<string> {
  // An empty text is an answer too, hence the box around it.
  const box = await waitUntil(selector, async () => {
    const found = await run(read, selector)
    return found === null ? null : { found }
  })
  return box.found
}

/** Says in the error what the page shows instead. */
async function explained<T>(run: Evaluate, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const shown = await run(whatIsShown).catch(() => 'a page that is gone')
    throw new Error(`${error instanceof Error ? error.message : error}; it shows ${shown}`)
  }
}

function isVisible(selector: string): boolean {
  const element = document.querySelector(selector)
  if (!element) return false
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible'
}

function showsText(text: string): boolean {
  return document.body?.innerText.includes(text) ?? false
}

function innerTextOf(selector: string): string | null {
  const element = document.querySelector<HTMLElement>(selector)
  return element ? element.innerText.trim() : null
}

function fieldValueOf(selector: string): string | null {
  const element = document.querySelector<HTMLInputElement>(selector)
  return element ? element.value : null
}

function countOf(selector: string): number {
  return document.querySelectorAll(selector).length
}

function whatIsShown(): string {
  const text = (document.body?.innerText ?? '').replace(/\s+/g, ' ').slice(0, 300)
  return `${location.href} "${text}"`
}
