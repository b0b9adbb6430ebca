import browser, { type Scripting } from 'webextension-polyfill'
import { AppError } from '@/utils/errors/app-error'
import { pageAnswer } from './page-answer'

/** The content script, as the build names it. It stands in no manifest. */
const fillScript = '/content-scripts/fill.js'
/** Has the content script that ran before it fill on arrival. */
const watchScript = '/watch.js'

/** Prefix of the ids of registered scripts: the rest of an id is the match pattern. */
const idPrefix = 'fill '

/** A document as measured in the document itself. */
export interface MeasuredDocument {
  /** The document's own origin, "null" where it is opaque; not yet judged by parseOrigin. */
  readonly origin: string
  /** Changes with every navigation that replaces the document. */
  readonly documentId: string
}

/** Has the browser run the content script where `pattern` matches from now on, top frames only. */
export async function registerFill(pattern: string): Promise<void> {
  await browser.scripting.registerContentScripts([
    {
      id: idPrefix + pattern,
      matches: [pattern],
      js: [fillScript, watchScript],
      runAt: 'document_idle',
      allFrames: false,
    },
  ])
}

/** Undoes `registerFill`. Pages that are open keep their script, which gets no more codes. */
export async function unregisterFill(pattern: string): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [idPrefix + pattern] })
}

/** The match patterns that the content script is registered for. */
export async function registeredFills(): Promise<string[]> {
  const scripts = await browser.scripting.getRegisteredContentScripts()
  return scripts
    .filter((script) => script.id.startsWith(idPrefix))
    .map((script) => script.id.slice(idPrefix.length))
}

/**
 * Runs the content script in one document of a tab and in no other, for one request: unless it
 * watches there already, it does nothing but what it is told. Running it twice is harmless.
 * Throws `page-off-limits` where it may not run or the document is gone, `page-silent`.
 */
export function injectFill(tabId: number, documentId: string): Promise<void> {
  return inject({ tabId, documentIds: [documentId] }, [fillScript])
}

/**
 * Has the content script watch in the top frame of a tab, whether it ran there before or not.
 * Throws `page-off-limits` where it may not run, `page-silent`.
 */
export function injectWatch(tabId: number): Promise<void> {
  return inject({ tabId, frameIds: [0] }, [fillScript, watchScript])
}

async function inject(target: Scripting.InjectionTarget, files: string[]): Promise<void> {
  await run({ target, files })
}

async function run(script: Scripting.ScriptInjection): Promise<Scripting.InjectionResult[]> {
  try {
    return await pageAnswer(browser.scripting.executeScript(script))
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('page-off-limits')
  }
}

/**
 * Asks the document in the top frame of a tab for its own origin, in our isolated world, where
 * the page cannot answer in its place. Throws `page-off-limits` where we may not run and where
 * the document was not loaded over http or https, `page-silent`.
 */
export async function measureDocument(tabId: number): Promise<MeasuredDocument> {
  const [injection] = await run({
    target: { tabId, frameIds: [0] },
    // Not location.origin: that of a sandboxed document is the address's, not its own. And what
    // a page makes (blob:, about:blank) has its maker's origin without being the site's page.
    func: () => (/^https?:$/.test(location.protocol) ? self.origin : null),
  })
  if (typeof injection?.result !== 'string') throw new AppError('page-off-limits')
  return { origin: injection.result, documentId: injection.documentId }
}
