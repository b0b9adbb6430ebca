import { drawnAncestors, elementAt } from './tree'

/** Smaller than this, in CSS pixels, nobody types into a field. */
const minWidth = 10
const minHeight = 8

/** Fainter than this, the opacities of all ancestors multiplied, a field counts as hidden. */
const minOpacity = 0.7

/** Ways to cut an element down to nothing. */
const cutAway = /^(?:inset\((?:[5-9]\d|100)(?:\.\d+)?%|(?:circle|ellipse)\(0(?:px|%)? |rect\()/

interface Edges {
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * Whether a person sees the field or would by scrolling: drawn, large and opaque enough, not cut
 * away, within what can be scrolled to, and, where it is in view, with nothing over it.
 */
export function isVisible(element: HTMLElement): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  const drawn = drawnParts(element)
  return drawn !== null && isLarge(drawn.reachable) && isOnTop(element, drawn.inView)
}

/** The parts of an element that its ancestors leave. */
interface Drawn {
  /** What can be seen, by scrolling if need be. */
  readonly reachable: Edges
  /** What can be seen without scrolling anything but the page. */
  readonly inView: Edges
}

/** What is left of an element; null where ancestors hide it or nothing scrolls to it. */
function drawnParts(element: HTMLElement): Drawn | null {
  const reachable = edgesOf(element)
  const inView = edgesOf(element)
  const view = element.ownerDocument.documentElement
  let opacity = 1
  let fixed = false
  for (const at of drawnAncestors(element)) {
    const style = getComputedStyle(at)
    opacity *= Number(style.opacity) * filterOpacity(style.filter)
    if (opacity < minOpacity || isCutAway(style)) return null
    fixed ||= style.position === 'fixed'
    // What the body hides, the view does: that is the reachable part below.
    if (at === element || at === view || at.localName === 'body') continue
    if (style.display === 'contents') continue
    if (overflows(style, /hidden|clip/)) intersect(reachable, edgesOf(at))
    if (overflows(style, /hidden|clip|auto|scroll/)) intersect(inView, edgesOf(at))
  }
  return isReachable(reachable, view, fixed) ? { reachable, inView } : null
}

function edgesOf(element: Element): Edges {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { left, top, right, bottom }
}

function isLarge(edges: Edges): boolean {
  return edges.right - edges.left >= minWidth && edges.bottom - edges.top >= minHeight
}

function isCutAway(style: CSSStyleDeclaration): boolean {
  if (cutAway.test(style.clipPath)) return true
  const rect = /^rect\(([-\d.]+)px,? ([-\d.]+)px,? ([-\d.]+)px,? ([-\d.]+)px\)$/.exec(style.clip)
  if (rect === null) return false
  const [top = 0, right = 0, bottom = 0, left = 0] = rect.slice(1).map(Number)
  return right - left < minWidth || bottom - top < minHeight
}

function filterOpacity(filter: string): number {
  const found = /opacity\(([\d.]+)(%?)\)/.exec(filter)
  return found === null ? 1 : Number(found[1]) / (found[2] === '%' ? 100 : 1)
}

function overflows(style: CSSStyleDeclaration, how: RegExp): boolean {
  return how.test(style.overflowX) || how.test(style.overflowY)
}

function intersect(edges: Edges, by: Edges): void {
  edges.left = Math.max(edges.left, by.left)
  edges.top = Math.max(edges.top, by.top)
  edges.right = Math.min(edges.right, by.right)
  edges.bottom = Math.min(edges.bottom, by.bottom)
}

// Left of and above the page's corner nothing scrolls to, nor to fixed things outside the view.
function isReachable(edges: Edges, view: Element, fixed: boolean): boolean {
  const window = view.ownerDocument.defaultView
  if (window === null) return false
  if (fixed) {
    return (
      edges.right > 0 &&
      edges.bottom > 0 &&
      edges.left < window.innerWidth &&
      edges.top < window.innerHeight
    )
  }
  const { scrollX, scrollY } = window
  return (
    edges.right + scrollX > minWidth &&
    edges.bottom + scrollY > minHeight &&
    edges.left + scrollX < view.scrollWidth &&
    edges.top + scrollY < view.scrollHeight
  )
}

/** Whether one of three points of the part in view is the element's; true where none is in view. */
function isOnTop(element: HTMLElement, edges: Edges): boolean {
  if (!isLarge(edges)) return true
  const document = element.ownerDocument
  const { clientWidth, clientHeight } = document.documentElement
  const y = (edges.top + edges.bottom) / 2
  const inView = [0.5, 0.2, 0.8]
    .map((part) => edges.left + (edges.right - edges.left) * part)
    .filter((x) => x >= 0 && x < clientWidth && y >= 0 && y < clientHeight)
  if (inView.length === 0) return true
  return inView.some((x) => isHit(element, elementAt(document, x, y)))
}

// A label over its field hands clicks on to it.
function isHit(element: HTMLElement, hit: Element | null): boolean {
  if (hit === null) return false
  return hit === element || element.contains(hit) || hit.closest('label')?.control === element
}
