import type { Box } from '@/utils/qr/picture'

/** Something on a page that may be a code: what is in view of it. */
export interface PageBox {
  /** As shares of the view, 0 to 1: the same at every zoom and pixel ratio. */
  readonly box: Box
  /** A part of it is out of view. */
  readonly isCut: boolean
}

declare global {
  /** Of Chromium's extensions, in the worlds of their own. */
  var chrome: { readonly dom?: ChromiumDom } | undefined
}

interface ChromiumDom {
  openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null
}

/**
 * What is in view of the document and may be a code, the likeliest first: pictures, and whatever is
 * nearly square, in shadow roots and frames of the same site, too. Runs in the page, where it is
 * sent as text: it names nothing outside itself. It looks at a bounded number of elements, however
 * many a page has, and leaves no mark there.
 */
export function findBoxesInPage(): readonly PageBox[] {
  interface Edges {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  interface Candidate {
    readonly seen: Edges
    readonly whole: Edges
    readonly rank: number
  }
  const pictures = /^(?:img|canvas|svg|input|video|object|embed)$/i
  const drawings = /^(?:table|pre|i?frame)$/i
  const candidates: Candidate[] = []
  let elementsLeft = 20_000

  const meet = (a: Edges, b: Edges): Edges => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  })
  const areaOf = ({ left, top, right, bottom }: Edges) =>
    Math.max(0, right - left) * Math.max(0, bottom - top)
  const edgesOf = (part: Element | Range, from: Edges): Edges => {
    const { left, top, width, height } = part.getBoundingClientRect()
    const [x, y] = [left + from.left, top + from.top]
    return { left: x, top: y, right: x + width, bottom: y + height }
  }
  /** Closed ones too: Firefox has them on the element, Chromium tells them of HTML elements. */
  const rootOf = (element: Element): ShadowRoot | null => {
    if (element.shadowRoot || !(element instanceof HTMLElement)) return element.shadowRoot
    const root: unknown =
      'openOrClosedShadowRoot' in element
        ? element.openOrClosedShadowRoot
        : globalThis.chrome?.dom?.openOrClosedShadowRoot(element)
    return root instanceof ShadowRoot ? root : null
  }
  const frameOf = (element: Element): Document | null =>
    /^i?frame$/i.test(element.tagName) ? (element as HTMLIFrameElement).contentDocument : null
  /** Boxes that scroll or clip what is in them show no more of it than they are large. */
  const clipped = (element: Element, from: Edges, seen: Edges): Edges => {
    let { position } = getComputedStyle(element)
    let shown = seen
    const { body } = element.ownerDocument
    for (let above = element.parentElement; above && above !== body; ) {
      if (position === 'fixed') return shown
      const style = getComputedStyle(above)
      const holds = position !== 'absolute' || style.position !== 'static'
      if (holds && /auto|scroll|hidden|clip/.test(style.overflow))
        shown = meet(shown, edgesOf(above, from))
      if (holds) ({ position } = style)
      above = above.parentElement
    }
    return shown
  }
  /** What is written in a block of text, which may be much wider. */
  const writingOf = (element: Element): Range => {
    const range = element.ownerDocument.createRange()
    range.selectNodeContents(element)
    return range
  }
  const consider = (element: Element, from: Edges, view: Edges) => {
    const isText = element.tagName === 'PRE'
    const whole = edgesOf(isText ? writingOf(element) : element, from)
    const [width, height] = [whole.right - whole.left, whole.bottom - whole.top]
    const side = Math.min(width, height)
    // Letters are twice as high as wide: so are modules that are one each.
    if (side < 40 || Math.max(width, height) > (isText ? 2.4 : 1.6) * side) return
    if (areaOf(meet(whole, view)) === 0 || !element.checkVisibility({ visibilityProperty: true }))
      return
    const hasPicture =
      pictures.test(element.tagName) || /url\(/.test(getComputedStyle(element).backgroundImage)
    const rank = hasPicture ? 0 : drawings.test(element.tagName) ? 1 : 2
    const clips = isText && /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflow)
    const shown = clips ? meet(whole, edgesOf(element, from)) : whole
    candidates.push({ seen: clipped(element, from, meet(shown, view)), whole, rank })
  }
  const walk = (root: Document | ShadowRoot, from: Edges, view: Edges) => {
    for (const element of root.querySelectorAll('*')) {
      if ('ownerSVGElement' in element && element.ownerSVGElement) continue
      if (elementsLeft <= 0) return
      elementsLeft -= 1
      consider(element, from, view)
      const shadow = rootOf(element)
      if (shadow) walk(shadow, from, view)
      const inner = frameOf(element)
      if (!inner) continue
      const frame = edgesOf(element, from)
      const [x, y] = [frame.left + element.clientLeft, frame.top + element.clientTop]
      walk(inner, { ...frame, left: x, top: y }, meet(view, frame))
    }
  }

  const {
    offsetLeft: left,
    offsetTop: top,
    scale,
  } = visualViewport ?? { offsetLeft: 0, offsetTop: 0, scale: 1 }
  const [width, height] = [innerWidth / scale, innerHeight / scale]
  const view = { left, top, right: left + width, bottom: top + height }
  walk(document, { left: 0, top: 0, right: 0, bottom: 0 }, view)
  const kept: Candidate[] = []
  candidates.sort((a, b) => a.rank - b.rank || areaOf(b.whole) - areaOf(a.whole))
  for (const candidate of candidates) {
    const { whole } = candidate
    const isNew = kept.every((one) => {
      return areaOf(meet(one.whole, whole)) <= 0.8 * Math.max(areaOf(one.whole), areaOf(whole))
    })
    if (isNew && areaOf(candidate.seen) > 0 && kept.length < 12) kept.push(candidate)
  }
  return kept.map(({ seen, whole }) => ({
    box: [
      (seen.left - left) / width,
      (seen.top - top) / height,
      (seen.right - seen.left) / width,
      (seen.bottom - seen.top) / height,
    ],
    isCut: areaOf(seen) < 0.97 * areaOf(whole),
  }))
}
