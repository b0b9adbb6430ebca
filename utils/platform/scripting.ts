import browser, { type Scripting } from 'webextension-polyfill'
import { AppError } from '@/utils/errors/app-error'
import { type Asked, type Find, parseAsked } from '@/utils/messages/asked'
import { worldName } from '@/utils/messages/world-name'
import { pageAnswer } from './page-answer'

/** The watcher, as the build names it. None of our scripts stands in the manifest. */
const watchScript = '/content-scripts/watch.js'
/** Has the watcher that ran before it watch. */
const startScript = '/start.js'
/** What is brought into a document beside the watcher. */
const parts = {
  /** Reads a page for code fields. */
  find: '/find.js',
  /** Looks at them closely and fills them, by the above. */
  fill: '/fill.js',
  /** Sends what was filled, where the user wants it so. */
  send: '/send.js',
  /** Describes fields that were pointed out and finds them again, for the above. */
  point: '/point.js',
} as const

/** Prefix of the ids of registered scripts: the rest of an id is the match pattern. */
const idPrefix = 'fill '

/** What may be brought beside the watcher by itself. */
export type Part = keyof typeof parts

/** A document as measured in the document itself. */
export interface MeasuredDocument {
  /** The document's own origin, "null" where it is opaque; not yet judged by parseOrigin. */
  readonly origin: string
  /** The path of its address. */
  readonly path: string
  /** Changes with every navigation that replaces the document. */
  readonly documentId: string
}

/** The same with what it asks for: null where nothing of ours fills there yet. */
export interface AskedDocument extends MeasuredDocument {
  readonly asked: Asked | null
}

/** A document of one of a tab's frames. */
export interface MeasuredFrame extends MeasuredDocument {
  /** 0 for the top frame. */
  readonly frameId: number
}

/** Has the browser run the watcher where `pattern` matches from now on, in frames too. */
export async function registerFill(pattern: string): Promise<void> {
  await browser.scripting.registerContentScripts([
    {
      id: idPrefix + pattern,
      matches: [pattern],
      js: [watchScript, startScript],
      runAt: 'document_idle',
      allFrames: true,
    },
  ])
}

/** Undoes `registerFill`. Pages that are open keep their script, which gets no more codes. */
export async function unregisterFill(pattern: string): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [idPrefix + pattern] })
}

/** The match patterns that the watcher is registered for. */
export async function registeredFills(): Promise<string[]> {
  const scripts = await browser.scripting.getRegisteredContentScripts()
  return scripts
    .filter((script) => script.id.startsWith(idPrefix))
    .map((script) => script.id.slice(idPrefix.length))
}

/**
 * Brings what fills into one document of a tab and into no other, for one request: where nothing
 * watches, it does nothing but what it is told. Running it twice is harmless. `isPointed`: with what
 * it takes to find a field that the user pointed out. Throws `page-off-limits` where it may not run
 * or the document is gone, `page-silent`.
 */
export function injectFill(tabId: number, documentId: string, isPointed = false): Promise<void> {
  const files = [watchScript, parts.find, parts.fill, ...(isPointed ? [parts.point] : [])]
  return inject({ tabId, documentIds: [documentId] }, files)
}

/** Brings parts into a document where the watcher is, in this order. Throws as `injectFill` does. */
export function injectParts(tabId: number, documentId: string, ...names: Part[]): Promise<void> {
  const files = names.map((name) => parts[name])
  return inject({ tabId, documentIds: [documentId] }, files)
}

/**
 * Has a watcher watch in the frames of a tab that we may enter, whether it ran there before or not.
 * Throws `page-off-limits` where it may not run, `page-silent`.
 */
export function injectWatch(tabId: number): Promise<void> {
  return inject({ tabId, allFrames: true }, [watchScript, startScript])
}

/**
 * Has the watchers in the frames of a tab, if there are any, look again: something changed
 * (unlocked, saved, granted).
 */
export async function lookAgain(tabId: number): Promise<void> {
  // None of them hears messages: that would cost each page that they watch more than they do.
  const func = (name: string) => (globalThis as Watched)[Symbol.for(name)]?.watcher?.look('told')
  const target = { tabId, allFrames: true }
  await run({ target, func, args: [worldName] }).catch(() => null)
}

/** What the watcher leaves in its isolated world: see entrypoints/fill.content/world.ts. */
interface Watched {
  readonly [name: symbol]: { readonly watcher?: { look(why: 'told'): void } } | undefined
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
 * Asks the document in a frame of a tab, the top one unless told, for its own origin, in our
 * isolated world, where the page cannot answer in its place. Throws `page-off-limits` where we may
 * not run and where the document was not loaded over http or https, `page-silent`.
 */
export async function measureDocument(tabId: number, frameId = 0): Promise<MeasuredDocument> {
  const { origin, path, documentId } = only(await measure({ tabId, frameIds: [frameId] }))
  return { origin, path, documentId }
}

/**
 * The same, and in the same turn what the document asks for: the one with this id, or the one in the
 * frame with this number. Throws as `measureDocument` does.
 */
export async function askDocument(
  tabId: number,
  at: string | number,
  find: Find,
): Promise<AskedDocument> {
  const target = typeof at === 'string' ? { documentIds: [at] } : { frameIds: [at] }
  const { asked, ...measured } = only(await measure({ tabId, ...target }, find))
  return { ...measured, asked: asked ?? null }
}

/** The same as `measureDocument` of every frame of a tab that we may enter. */
export function measureFrames(tabId: number): Promise<readonly MeasuredFrame[]> {
  return measure({ tabId, allFrames: true })
}

async function measure(
  target: Scripting.InjectionTarget,
  find: Find | null = null,
): Promise<readonly (MeasuredFrame & { readonly asked?: Asked | null })[]> {
  const injections = await run({
    target,
    // Not location.origin: that of a sandboxed document is the address's, not its own. And what
    // a page makes (blob:, about:blank) has its maker's origin without being the site's page.
    func: async (name: string, find: Find | null) => {
      if (!/^https?:$/.test(location.protocol)) return null
      const asked = find && (await (globalThis as Filled)[Symbol.for(name)]?.ask?.(find))
      return [self.origin, location.pathname, asked]
    },
    args: [worldName, find],
  })
  return injections.flatMap(({ result, frameId, documentId }) => {
    if (!Array.isArray(result)) return []
    const [origin, path, asked]: unknown[] = result
    if (typeof origin !== 'string' || typeof path !== 'string') return []
    const measured = { frameId, documentId, origin, path }
    return [find === null ? measured : { ...measured, asked: parseAsked(asked) }]
  })
}

/** What the filler leaves in its isolated world: see entrypoints/fill.content/world.ts. */
interface Filled {
  readonly [name: symbol]: { readonly ask?: (find: Find) => Promise<Asked> } | undefined
}

function only<T>([frame]: readonly T[]): T {
  if (frame === undefined) throw new AppError('page-off-limits')
  return frame
}
