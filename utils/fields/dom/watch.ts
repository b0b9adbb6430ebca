import { createGathering } from './gather'
import { createShadowRoots } from './shadow-roots'

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
  /** To be told what each look cost, in milliseconds. */
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
 * (gathered; soon for one that brings or touches an input, else in its turn), when the page is shown and when a field gets the focus. Nothing runs while the page
 * is hidden.
 */
export function watch(document: Document, look: (why: Why) => void): Watch {
  const stopping = new AbortController()
  const gathered = createGathering(() => look('changed'))
  const observer = new MutationObserver((records) => {
    let soon = records.some(touchesInput)
    for (const record of records) {
      for (const node of record.addedNodes) soon = roots.search(node) || soon
    }
    gathered.add(soon)
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
    if (document.getElementsByTagName('*').item(largeDocument) === null) roots.search(document)
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
  return {
    start,
    roots: roots.list,
    searchAll: () => roots.search(document),
    tookMs: gathered.spend,
    stop,
  }
}

/** Whether a change brings an input, or is made to one or around one. */
function touchesInput({ type, target, addedNodes }: MutationRecord): boolean {
  const nodes = type === 'attributes' ? [target] : [...addedNodes]
  return nodes.some((node) => node instanceof Element && holdsInput(node))
}

// A shadow host stands for what is in it.
function holdsInput(element: Element): boolean {
  return element.matches('input') || (element.shadowRoot ?? element).querySelector('input') !== null
}
