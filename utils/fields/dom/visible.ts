import { createSurfaces, type Surfaces } from './covers'
import { type Area, drawnParts, isLarge, type Styled, styledAncestors } from './drawn'
import { seenThrough } from './filters'
import { elementAt } from './tree'

/** Fainter than this, the opacities of all ancestors multiplied, a field counts as hidden. */
const minOpacity = 0.7

/** Ways to cut an element down to nothing. */
const cutAway = /^(?:inset\((?:[5-9]\d|100)(?:\.\d+)?%|(?:circle|ellipse)\(0(?:px|%)? |rect\()/

/**
 * Whether a person sees the field or would by scrolling: drawn, large and opaque enough, not cut
 * away, within what can be scrolled to, and, where it is in view, with nothing over it. Where
 * several elements are asked about at one moment, they may share `surfaces`.
 */
export function isVisible(
  element: HTMLElement,
  surfaces: Surfaces = createSurfaces(element.ownerDocument),
): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  const ancestors = styledAncestors(element)
  if (isHiddenByStyle(ancestors)) return false
  const drawn = drawnParts(element, ancestors)
  if (drawn === null || !isLarge(drawn.reachable)) return false
  return isOnTop(element, drawn.inView) && !surfaces.cover(element, ancestors)
}

/** Tells which elements are visible, as long as nothing changes. */
export function visibleAtOnce(document: Document): (element: HTMLElement) => boolean {
  const surfaces = createSurfaces(document)
  return (element) => isVisible(element, surfaces)
}

function isHiddenByStyle(ancestors: readonly Styled[]): boolean {
  let opacity = 1
  for (const { at, style } of ancestors) {
    // Users have whole pages turned dark by filters of that kind.
    const filters = at.localName === 'html' ? style.filter.replace(/url\(.*?\)/g, '') : style.filter
    opacity *= Number(style.opacity) * seenThrough(filters)
    // What a mask leaves cannot be told.
    if (opacity < minOpacity || isCutAway(style) || (style.maskImage ?? 'none') !== 'none') {
      return true
    }
  }
  return false
}

function isCutAway(style: CSSStyleDeclaration): boolean {
  if (style.clipPath !== 'none' && cutAway.test(style.clipPath)) return true
  if (style.clip === 'auto') return false
  const rect = /^rect\(([-\d.]+)px,? ([-\d.]+)px,? ([-\d.]+)px,? ([-\d.]+)px\)$/.exec(style.clip)
  if (rect === null) return false
  const [top = 0, right = 0, bottom = 0, left = 0] = rect.slice(1).map(Number)
  return !isLarge({ x: { from: left, to: right }, y: { from: top, to: bottom } })
}

/**
 * Whether a person sees the field right now, without scrolling: only this can be tested for what
 * lies over it. To be asked of fields that are visible.
 */
export function isInView(element: HTMLElement): boolean {
  const drawn = drawnParts(element)
  return drawn !== null && isLarge(drawn.inView) && pointsInView(element, drawn.inView).length > 0
}

/** Whether one of three points of the part in view is the element's; true where none is in view. */
function isOnTop(element: HTMLElement, area: Area): boolean {
  if (!isLarge(area)) return true
  const points = pointsInView(element, area)
  if (points.length === 0) return true
  return points.some(([x, y]) => isHit(element, elementAt(element.ownerDocument, x, y)))
}

function pointsInView(element: HTMLElement, { x, y }: Area): readonly [x: number, y: number][] {
  const { clientWidth, clientHeight } = element.ownerDocument.documentElement
  const middle = (y.from + y.to) / 2
  if (middle < 0 || middle >= clientHeight) return []
  return [0.5, 0.2, 0.8]
    .map((part) => x.from + (x.to - x.from) * part)
    .filter((at) => at >= 0 && at < clientWidth)
    .map((at) => [at, middle])
}

// A label over its field hands clicks on to it.
function isHit(element: HTMLElement, hit: Element | null): boolean {
  if (hit === null) return false
  return hit === element || element.contains(hit) || hit.closest('label')?.control === element
}
