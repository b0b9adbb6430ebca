import { closerLook, isLikely } from '@/utils/fields/crowd'
import { createListening, type Listening } from '@/utils/fields/dom/listening'
import { watch } from '@/utils/fields/dom/watch'
import { isTyped } from '@/utils/fields/typed'
import type { Brought } from '@/utils/messages/contract'
import type { Reason } from './arrival'
import type { Filler } from './filler'
import type { Reader } from './reader'
import { hearUserNames } from './typed-name'

/** What is brought beside the watcher; `pointed`: what fills, if a field was pointed out here. */
type Part = 'find' | 'fill' | 'both' | 'pointed'

/** What watching needs from the outside. */
export interface WatcherPorts {
  /** What reads the page, once it was brought into this document. */
  readonly reader: () => Reader | undefined
  /** What fills, once it was brought. */
  readonly filler: () => Filler | undefined
  /** Has one of them brought here; null where it was not. */
  readonly bring: (part: Part) => Promise<Brought | null>
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
  /** Ends then. */
  readonly listening: Pick<Listening, 'hear' | 'atEnd'>
}

/**
 * Watches a document. Before `start` it observes nothing, listens to nothing and asks for nothing.
 *
 * [Note: A light watcher] All that is on every page of an allowed site is this: it sees what
 * changes, and hears which user name is typed. Reading and writing weigh several times as much. Most
 * pages have nowhere to type a code: what reads them is brought into a document once it has a field
 * of a type that codes are typed into. What tells fields apart is there: a gate here that knew more
 * could keep a code field from being found. So only search boxes are passed over, and what is never
 * looked at in a crowd of fields. And most forms ask for no code: what looks closely at fields and
 * fills them is brought once the reader has found one that seems to, or at once beside it where a
 * field is called as most code fields are: that is a step less to the code. A field that was pointed
 * out may not seem to: of such the background knows, and is asked whenever everything may be
 * different.
 */
export function createWatcher(document: Document, ports: WatcherPorts): Watcher {
  const listening = createListening()
  let started = false
  let bringing: Part | null = null
  let refused = false

  /** Once the extension was reloaded, another of us takes over: this one lets go of the page. */
  const isOver = () => {
    if (ports.isConnected()) return false
    started = false
    listening.end()
    return true
  }
  const look = (why: Reason) => {
    if (!started || document.visibilityState === 'hidden') return
    const filler = ports.filler()
    // It waits for what is said to come with it: which field was pointed out.
    if (filler) return bringing || isOver() ? undefined : filler.look(why)
    // What was refused once is asked for again when something may be different.
    if (bringing === 'both' || (refused && why === 'changed')) return
    const startMs = why === 'changed' ? performance.now() : null
    const part = partFor(why)
    if (startMs !== null) watching.tookMs(performance.now() - startMs)
    if (part !== null && part !== bringing && !isOver()) void bring(part)
  }
  const partFor = (why: Reason): Part | null => {
    const roots = watching.roots()
    const reader = ports.reader()
    if (reader?.mayAsk(roots)) return 'fill'
    // To the watcher alone it is all the same how what is there is styled, but for new roots.
    if (why === (reader ? 'changed' : roots[0] ? null : 'loaded')) return null
    const fields = [document, ...roots]
      .flatMap((root) => [...root.querySelectorAll('input')])
      .filter(isTyped)
    const mayBeCode = fields.filter(closerLook(fields.length)).filter(isNoSearch)
    if (mayBeCode.length === 0) return null
    if (reader) return 'pointed'
    return mayBeCode.some(isLikely) ? 'both' : 'find'
  }
  const bring = async (part: Part) => {
    bringing = part
    const brought = await ports.bring(part)
    if (part !== 'pointed') refused = brought === null
    if (bringing !== part) return
    bringing = null
    const filler = ports.filler()
    if (!filler) return
    filler.know(brought?.field)
    look('changed')
  }
  const watching = watch(document, listening, look)
  const begin = () => {
    started = true
    hearUserNames(document, listening, (name) => {
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
    listening,
  }
}

function isNoSearch(input: HTMLInputElement): boolean {
  return input.name !== 'q' && !input.closest('[role=search],search')
}
