import { createGathering, type Urgency } from './gather'
import { createShadowRoots } from './shadow-roots'
import { siftChanges, siftInputs } from './sift'

/** Larger documents are no prompts; searching them for shadow roots would cost more than it finds. */
const largeDocument = 20_000

/**
 * Why to look: a change in the page, or `anew` when everything may be different: at the start,
 * when the page is shown again, and when a field gets the focus.
 */
export type Why = 'changed' | 'anew'

/** A document to watch. */
export interface Watch {
  /** Begins to watch, and looks. */
  start(): void
  /** The open shadow roots known by now. */
  roots(): readonly ShadowRoot[]
  /** Looks into the whole document for shadow roots, however large it is. */
  searchAll(): void
  /** To be told what each look cost, in milliseconds; those at changes have to be few. */
  tookMs(costMs: number): void
  /** Ends watching for good. */
  stop(): void
}

const changes: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'disabled', 'readonly', 'type', 'open', 'inert'],
}

/**
 * Calls `look` when a code field may have come up in the document: at the start, on every change
 * (gathered; soon for one that brings what may be a code field, else in its turn), when the page
 * is shown and when a field gets the focus. Nothing runs while the page is hidden.
 */
export function watch(document: Document, look: (why: Why) => void): Watch {
  const stopping = new AbortController()
  let charges = false
  let waiting: MutationRecord[][] = []
  let arrived: Urgency = 'other'
  const sift = () => {
    const records = waiting.flat()
    waiting = []
    arrived = siftChanges(records, roots)
    // What was found in roots that came with them goes into it: see below.
    if (arrived === 'field') roots.list()
    return arrived
  }
  const gathered = createGathering(sift, () => {
    charges = true
    look('changed')
  })
  // Called on every change: what they are about is seen to later, for many together.
  const observer = new MutationObserver((records) => {
    waiting.push(records)
    gathered.add()
  })
  let started = false
  const roots = createShadowRoots((root) => {
    if (siftInputs(root) === 'code') arrived = 'code'
    if (started) observer.observe(root, changes)
  })
  const drop = () => {
    gathered.drop()
    waiting = []
  }
  const lookAnew = () => {
    charges = false
    look('anew')
  }

  const show = () => {
    observer.disconnect()
    drop()
    if (document.visibilityState === 'hidden') return
    observer.observe(document, changes)
    if (document.getElementsByTagName('*').item(largeDocument) === null) roots.search(document)
    for (const root of roots.list()) observer.observe(root, changes)
    lookAnew()
  }
  const focus = (event: Event) => {
    const [target] = event.composedPath()
    if (!(target instanceof HTMLInputElement)) return
    const root = target.getRootNode()
    if (root instanceof ShadowRoot) roots.add(root.host)
    lookAnew()
  }
  const stop = () => {
    started = false
    stopping.abort()
    observer.disconnect()
    drop()
  }

  const start = () => {
    started = true
    const listening = { signal: stopping.signal, capture: true, passive: true }
    document.addEventListener('visibilitychange', show, listening)
    document.defaultView?.addEventListener('pageshow', show, listening)
    document.addEventListener('focusin', focus, listening)
    show()
  }
  return {
    start,
    roots: roots.list,
    searchAll: () => roots.searchAll(document),
    tookMs: (costMs) => {
      if (charges) gathered.spend(costMs)
    },
    stop,
  }
}
