import { createGathering, type Gathering, type Urgency } from './gather'
import type { Listening } from './listening'
import { createShadowRoots } from './shadow-roots'
import { siftChanges, siftInputs } from './sift'

/**
 * Documents with more of one of these are no prompts; searching them for shadow roots would cost
 * more than it finds. One kind after the other: the browser walks to the one of this number and no
 * further.
 */
const mostParts = 7_000
const parts = ['div', 'td', 'span']

/**
 * Why to look: a change in the page; `loaded`, once that is over, as what is there may be shown
 * otherwise; or `anew` when everything may be different: at the start, when the page is shown again,
 * and when a field gets the focus.
 */
export type Why = 'changed' | 'loaded' | 'anew'

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
}

/** So often it is seen to whether a page that was still loading has loaded, in milliseconds. */
const loadingMs = 250

const changes: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'disabled', 'readonly', 'type', 'open', 'inert'],
}

/**
 * Calls `look` when a code field may have come up in the document: at the start, on every change
 * (gathered; soon for one that brings what may be a code field, else in its turn), when the page
 * has loaded or is shown and when a field gets the focus. Nothing runs while the page is hidden.
 * Watches until `listening` ends.
 */
export function watch(document: Document, listening: Listening, look: (why: Why) => void): Watch {
  let charges = false
  let arrived: Urgency = 'other'
  const sift = (changes: readonly MutationRecord[][]) => {
    arrived = siftChanges(changes.flat(), roots)
    // What was found in roots that came with them goes into it: see below.
    if (arrived === 'field') roots.list()
    return arrived
  }
  /** Made for the first change: most pages that are read rest. */
  let gathered: Gathering<MutationRecord[]> | undefined
  // Called on every change: what they are about is seen to later, for many together.
  const observer = new MutationObserver((records) => {
    gathered ??= createGathering(sift, () => lookFor('changed'))
    gathered.add(records)
  })
  let started = false
  const roots = createShadowRoots((root) => {
    if (siftInputs(root) === 'code') arrived = 'code'
    if (started) observer.observe(root, changes)
  })
  const lookFor = (why: Why) => {
    charges = why === 'changed'
    look(why)
  }

  const show = () => {
    observer.disconnect()
    gathered?.drop()
    if (document.visibilityState === 'hidden') return
    observer.observe(document, changes)
    const isLarge = parts.some((part) => document.getElementsByTagName(part)[mostParts])
    if (!isLarge) roots.search(document)
    for (const root of roots.list()) observer.observe(root, changes)
    lookFor('anew')
  }
  const focus = (event: Event) => {
    const [target] = event.composedPath()
    if (!(target instanceof HTMLInputElement)) return
    const root = target.getRootNode()
    if (root instanceof ShadowRoot) roots.add(root.host)
    lookFor('anew')
  }
  // A style sheet that comes late changes nothing in the document. Not by an event: the first one
  // that is heard in a page weighs 5 kB.
  const lookOnceLoaded = () => {
    if (!started) return
    if (document.readyState === 'complete') lookFor('loaded')
    else setTimeout(lookOnceLoaded, loadingMs)
  }
  const start = () => {
    started = true
    // Also heard when the page comes back out of the browser's cache. `pageshow` would be the
    // window's, and a page is a tenth heavier for listening there.
    listening.hear(document, ['visibilitychange'], show)
    listening.hear(document, ['focusin'], focus)
    listening.atEnd(() => {
      started = false
      observer.disconnect()
      gathered?.drop()
    })
    show()
    if (document.readyState !== 'complete') setTimeout(lookOnceLoaded, loadingMs)
  }
  return {
    start,
    roots: roots.list,
    searchAll: () => roots.searchAll(document),
    tookMs: (costMs) => {
      if (charges) gathered?.spend(costMs)
    },
  }
}
