import type { Styled } from './drawn'
import { seenThrough } from './filters'
import { isPaintedOver, type Painted } from './paint-order'
import { drawnAncestors } from './tree'

/** Less opaque than this, what lies over a field lets it be seen. */
const minOpacity = 0.5

/** So many elements of a tree, the last ones, are looked at: what covers a page comes late in it. */
const mostSurfaces = 1_000

/** Surfaces that end so many CSS pixels short of a field still cover it. */
const short = 2

/** A rectangle in CSS pixels of the view. */
type Rect = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>

/** A surface that may lie over something. */
interface Surface extends Painted {
  readonly rect: Rect
}

/** The surfaces of a document as they lie at one moment. */
export interface Surfaces {
  /**
   * Whether a solid one that lets clicks through is painted over all of a field: what browsers tell
   * of what lies at a point leaves those out. Pictures, canvases and patterns count for nothing:
   * pages lay snow, noise and vignettes over themselves, and what shows through cannot be told.
   */
  cover(element: HTMLElement, ancestors: readonly Styled[]): boolean
}

/** Looks at surfaces when a field asks for them, at each once. */
export function createSurfaces(document: Document): Surfaces {
  const known = new Map<Node, readonly Surface[]>()
  const seen = (node: Node, look: () => readonly Surface[]) => {
    const surfaces = known.get(node) ?? look()
    known.set(node, surfaces)
    return surfaces
  }
  return {
    cover(element, ancestors) {
      const area = element.getBoundingClientRect()
      const covers = (surface: Surface, within: Element) =>
        holds(surface.rect, area) &&
        !(surface.pseudo === null && surface.element.contains(within)) &&
        isSolid(surface) &&
        !isLabelOf(surface.element, element) &&
        isPaintedOver(surface, within)
      // In each tree around it, what the field lies in there stands for the field.
      for (let within: Element | undefined = element; within; ) {
        const root: Node = within.getRootNode()
        const isShadow = root instanceof ShadowRoot
        const tree = isShadow ? root : document
        const at = within
        if (seen(tree, () => lastIn(tree)).some((surface) => covers(surface, at))) return true
        within = isShadow ? root.host : undefined
      }
      // Inputs and frames have nothing before or after their content.
      return ancestors
        .slice(1)
        .some(({ at }) => seen(at, () => addedTo(at)).some((surface) => covers(surface, element)))
    },
  }
}

/** The last surfaces of a tree. Of its other elements not even an object is made. */
function lastIn(tree: Document | ShadowRoot): readonly Surface[] {
  const last: Element[] = [].slice.call(tree.querySelectorAll('*'), -mostSurfaces)
  return last.map((element) => ({ element, pseudo: null, rect: element.getBoundingClientRect() }))
}

/** What style sheets put before and after the content of an element. */
function addedTo(element: Element): readonly Surface[] {
  return (['::before', '::after'] as const).flatMap((pseudo) => {
    const rect = rectOf(element, pseudo)
    return rect === null ? [] : [{ element, pseudo, rect }]
  })
}

function holds(rect: Rect, area: Rect): boolean {
  return (
    rect.left <= area.left + short &&
    rect.top <= area.top + short &&
    rect.left + rect.width >= area.left + area.width - short &&
    rect.top + rect.height >= area.top + area.height - short
  )
}

/** Where a style sheet places what it puts before or after the content of an element. */
function rectOf(at: Element, pseudo: string): Rect | null {
  const style = getComputedStyle(at, pseudo)
  if (style.content === 'none' || !/absolute|fixed/.test(style.position)) return null
  const [left = 0, top = 0, width = 0, height = 0] = [
    style.left,
    style.top,
    style.width,
    style.height,
  ].map(Number.parseFloat)
  const frame = style.position === 'fixed' ? null : frameOf(at)
  return { left: left + (frame?.left ?? 0), top: top + (frame?.top ?? 0), width, height }
}

/** The corner that places in an element are counted from. */
function frameOf(at: Element): Pick<Rect, 'left' | 'top'> {
  const frame = [...drawnAncestors(at)].find((each) => {
    const { position, transform } = getComputedStyle(each)
    return position !== 'static' || transform !== 'none'
  })
  const by = frame ?? at.ownerDocument.documentElement
  const { left, top } = by.getBoundingClientRect()
  return { left: left + by.clientLeft, top: top + by.clientTop }
}

/** Whether it lets clicks through, and no sight. */
function isSolid({ element, pseudo }: Painted): boolean {
  const style = getComputedStyle(element, pseudo)
  const { clipPath, maskImage = 'none', mixBlendMode, pointerEvents, visibility } = style
  if (pointerEvents !== 'none' || visibility !== 'visible' || mixBlendMode !== 'normal')
    return false
  if (clipPath !== 'none' || maskImage !== 'none') return false
  let opacity = pseudo === null ? 1 : Number(style.opacity)
  for (const at of drawnAncestors(element)) opacity *= Number(getComputedStyle(at).opacity)
  const { backgroundColor, backgroundImage } = style
  const isFlat = /gradient/.test(backgroundImage) && !/url|rgba|\//.test(backgroundImage)
  // What is behind it may be made unreadable by what is not to be seen itself.
  const isOpaque = isFlat || seenThrough(style.backdropFilter ?? '') < minOpacity
  return opacity * (isOpaque ? 1 : alphaOf(backgroundColor)) >= minOpacity
}

/** "rgba(1, 2, 3, 0.5)", "oklch(0.7 0.1 20 / 0.5)"; without it colours are opaque. */
function alphaOf(color: string): number {
  const found = /(?:^rgba.*,|\/) ?([\d.]+)\)$/.exec(color)
  return found === null ? 1 : Number(found[1])
}

// Labels are drawn over empty fields, and away from where one types.
function isLabelOf(at: Element, element: HTMLElement): boolean {
  return at.closest('label')?.control === element
}
