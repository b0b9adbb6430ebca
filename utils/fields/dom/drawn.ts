import { drawnAncestors } from './tree'

/** Smaller than this, in CSS pixels, nobody types into a field. */
const minSize = { x: 10, y: 8 } as const
const axes = ['x', 'y'] as const
type Axis = (typeof axes)[number]

interface Span {
  readonly from: number
  readonly to: number
}

/** A rectangle in CSS pixels of the view; empty where a span ends before it begins. */
export type Area = { readonly [axis in Axis]: Span }

/** The parts of an element that its ancestors leave. */
export interface Drawn {
  /** What can be seen, by scrolling if need be, placed where scrollers would show it. */
  readonly reachable: Area
  /** What can be seen without scrolling anything but the page. */
  readonly inView: Area
}

/** An element and how it is drawn. */
export interface Styled {
  readonly at: Element
  readonly style: CSSStyleDeclaration
}

/** The element itself and its ancestors as they are drawn, innermost first, with their styles. */
export function styledAncestors(element: Element): readonly Styled[] {
  return [...drawnAncestors(element)].map((at) => ({ at, style: getComputedStyle(at) }))
}

/**
 * The parts of an element that its ancestors do not cut off; null where nothing scrolls to it.
 * `ancestors`: its own, to be found but once.
 */
export function drawnParts(
  element: HTMLElement,
  ancestors: readonly Styled[] = styledAncestors(element),
): Drawn | null {
  let drawn: Drawn = { reachable: areaOf(element), inView: areaOf(element) }
  const page = element.ownerDocument.documentElement
  // Where the page itself says nothing, what its body says goes for the view.
  const view = getComputedStyle(page).overflowX === 'visible' ? element.ownerDocument.body : page
  let fixed = false
  for (const { at, style } of ancestors) {
    if (at !== element && at !== page && at !== view && style.display !== 'contents') {
      drawn = cut(drawn, at, style, fixed)
    }
    fixed ||= style.position === 'fixed'
  }
  return isReachable(drawn.reachable, page, view, fixed) ? drawn : null
}

/** Whether somebody could type into a field of this size. */
export function isLarge(area: Area): boolean {
  return axes.every((axis) => area[axis].to - area[axis].from >= minSize[axis])
}

function areaOf(element: Element): Area {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { x: { from: left, to: right }, y: { from: top, to: bottom } }
}

/** What an ancestor leaves. Fixed things do not move with what is around them. */
function cut(drawn: Drawn, by: Element, style: CSSStyleDeclaration, fixed: boolean): Drawn {
  const frame = areaOf(by)
  const reachable = { ...drawn.reachable }
  const inView = { ...drawn.inView }
  for (const axis of axes) {
    const overflow = axis === 'x' ? style.overflowX : style.overflowY
    if (overflow === 'visible') continue
    inView[axis] = both(inView[axis], frame[axis])
    if (isCut(overflow)) reachable[axis] = both(reachable[axis], frame[axis])
    else if (!fixed) reachable[axis] = scrolled(reachable[axis], frame[axis], rangeOf(by, axis))
  }
  return { reachable, inView }
}

/** Whether nothing scrolls to what is over. */
function isCut(overflow: string): boolean {
  return overflow === 'hidden' || overflow === 'clip'
}

function both(span: Span, by: Span): Span {
  return { from: Math.max(span.from, by.from), to: Math.min(span.to, by.to) }
}

/** How far an element has scrolled and how much it holds; negative: from the end backwards. */
function rangeOf(element: Element, axis: Axis): { readonly at: number; readonly size: number } {
  return axis === 'x'
    ? { at: element.scrollLeft, size: element.scrollWidth }
    : { at: element.scrollTop, size: element.scrollHeight }
}

/** Where in a scroller's frame a span comes to stand; what nothing scrolls to is cut off. */
function scrolled(span: Span, frame: Span, range: ReturnType<typeof rangeOf>): Span {
  const start = range.at < 0 ? frame.to - range.size - range.at : frame.from - range.at
  const within = both(span, { from: start, to: start + range.size })
  const size = Math.min(within.to - within.from, frame.to - frame.from)
  const from = Math.max(frame.from, Math.min(within.from, frame.to - size))
  return { from, to: from + size }
}

/** Left of and above the page's corner nothing scrolls to, nor to what stands fixed. */
function isReachable(area: Area, page: Element, view: Element | null, fixed: boolean): boolean {
  const window = page.ownerDocument.defaultView
  if (window === null) return false
  const { overflowX, overflowY } = getComputedStyle(view ?? page)
  const isFixed = {
    x: fixed || isCut(overflowX),
    y: fixed || isCut(overflowY),
  }
  const whole = {
    x: { from: -window.scrollX, to: page.scrollWidth - window.scrollX },
    y: { from: -window.scrollY, to: page.scrollHeight - window.scrollY },
  }
  const shown = { x: { from: 0, to: window.innerWidth }, y: { from: 0, to: window.innerHeight } }
  return axes.every((axis) => {
    const left = both(area[axis], isFixed[axis] ? shown[axis] : whole[axis])
    return left.to - left.from >= minSize[axis]
  })
}
