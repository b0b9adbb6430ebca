import { closerLook } from '@/utils/fields/crowd'
import { watch } from '@/utils/fields/dom/watch'
import { isTyped } from '@/utils/fields/typed'
import type { Reason } from './arrival'
import type { Filler } from './filler'
import { hearUserNames } from './typed-name'

/** What watching needs from the outside. */
export interface WatcherPorts {
  /** What finds and fills, once it was brought into this document. */
  readonly filler: () => Filler | undefined
  /** Has it brought here; false where it was not. */
  readonly bring: () => Promise<boolean>
  /** Says which user name was typed. */
  readonly typed: (name: string) => void
  /** False once the extension is gone from under the page. */
  readonly isConnected: () => boolean
}

/** The watcher of one document. */
export interface Watcher {
  /** From now on it watches. Where it does so already, it looks again. */
  start(): void
  /** Has the filler look for a code field: where it watches, the page is shown, and only there. */
  look(why: Reason): void
  /** The shadow roots known by now. */
  roots(): readonly ShadowRoot[]
  /** Looks into the whole document for shadow roots, however large it is. */
  searchAll(): void
  /** To be told what each look cost, in milliseconds. */
  tookMs(costMs: number): void
  /** True once the extension is gone from under the page: nothing more is done then. */
  isOver(): boolean
  /** Aborted then. */
  readonly signal: AbortSignal
}

/**
 * Watches a document. Before `start` it observes nothing, listens to nothing and asks for nothing.
 *
 * [Note: A light watcher] All that is on every page of an allowed site is this: it sees what
 * changes, and hears which user name is typed. Finding and writing weigh several times as much, and
 * most pages have nowhere to type a code: they are brought into a document once it has a field of a
 * type that codes are typed into. What tells fields apart is in the filler: a gate here that knew
 * more could keep a code field from being found. So only search boxes are passed over, and what the
 * filler itself never looks at in a crowd of fields.
 */
export function createWatcher(document: Document, ports: WatcherPorts): Watcher {
  const ending = new AbortController()
  const { signal } = ending
  let started = false
  let bringing = false
  let refused = false

  /** Once the extension was reloaded, another of us takes over: this one lets go of the page. */
  const isOver = () => {
    if (ports.isConnected()) return false
    started = false
    ending.abort()
    watching.stop()
    return true
  }
  const look = (why: Reason) => {
    if (!started || document.visibilityState === 'hidden' || isOver()) return
    const filler = ports.filler()
    if (filler) filler.look(why)
    // What was refused once is asked for again when something may be different.
    else if (!(bringing || (refused && why === 'changed'))) bringTo()
  }
  const bringTo = () => {
    const startMs = performance.now()
    const fields = [document, ...watching.roots()]
      .flatMap((root) => [...root.querySelectorAll('input')])
      .filter(mayBeCode)
    const isWorthIt = fields.some(closerLook(fields))
    watching.tookMs(performance.now() - startMs)
    if (isWorthIt) void bring()
  }
  const bring = async () => {
    bringing = true
    refused = !(await ports.bring())
    bringing = false
  }
  const watching = watch(document, look)
  const begin = () => {
    started = true
    hearUserNames(document, signal, (name) => {
      if (!isOver()) ports.typed(name)
    })
    watching.start()
  }
  return {
    start: () => (started ? look('told') : begin()),
    look,
    roots: watching.roots,
    searchAll: watching.searchAll,
    tookMs: watching.tookMs,
    isOver,
    signal,
  }
}

function mayBeCode(input: HTMLInputElement): boolean {
  return isTyped(input) && input.name !== 'q' && !input.matches('[role=search] *,search *')
}
