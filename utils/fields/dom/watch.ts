import { createShadowRoots } from './shadow-roots'

/** A change is looked at once the page has been quiet this long ... */
const quietMs = 30
/** ... and at the latest this long after it: busy pages are never quiet. */
const mostWaitMs = 250

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
 * (gathered), when the page is shown and when a field gets the focus. Nothing runs while the page
 * is hidden.
 */
export function watch(document: Document, look: (why: Why) => void): Watch {
  const stopping = new AbortController()
  const gathered = createGathering(() => look('changed'))
  const observer = new MutationObserver((records) => {
    for (const record of records) for (const node of record.addedNodes) roots.search(node)
    gathered.add()
  })
  let started = false
  const roots = createShadowRoots((root) => {
    if (started) observer.observe(root, changes)
  })

  const show = () => {
    observer.disconnect()
    gathered.drop()
    if (document.visibilityState === 'hidden') return
    observer.observe(document, changes)
    if (document.getElementsByTagName('*').length < largeDocument) roots.search(document)
    for (const root of roots.list()) observer.observe(root, changes)
    look('anew')
  }
  const focus = (event: Event) => {
    const [target] = event.composedPath()
    if (!(target instanceof HTMLInputElement)) return
    const root = target.getRootNode()
    if (root instanceof ShadowRoot) roots.search(root.host)
    look('anew')
  }
  const stop = () => {
    started = false
    stopping.abort()
    observer.disconnect()
    gathered.drop()
  }

  const start = () => {
    started = true
    const listening = { signal: stopping.signal, capture: true, passive: true }
    document.addEventListener('visibilitychange', show, listening)
    document.defaultView?.addEventListener('pageshow', show, listening)
    document.addEventListener('focusin', focus, listening)
    show()
  }
  return { start, roots: roots.list, searchAll: () => roots.search(document), stop }
}

interface Gathering {
  add(): void
  drop(): void
}

/** Calls `done` once for many calls of `add`: when they pause, at the latest after the most wait. */
function createGathering(done: () => void): Gathering {
  let firstMs = 0
  let lastMs = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  const check = () => {
    timer = null
    const nowMs = performance.now()
    const due = Math.min(lastMs + quietMs, firstMs + mostWaitMs)
    if (nowMs < due) timer = setTimeout(check, due - nowMs)
    else done()
  }
  const add = () => {
    lastMs = performance.now()
    if (timer !== null) return
    firstMs = lastMs
    timer = setTimeout(check, quietMs)
  }
  const drop = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return { add, drop }
}
