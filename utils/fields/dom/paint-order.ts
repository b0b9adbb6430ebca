import { drawnAncestors } from './tree'

/** An element, or what a style sheet puts before or after its content. */
export interface Painted {
  readonly element: Element
  readonly pseudo: '::before' | '::after' | null
}

/** What is painted as one among its fellows, lower ones first. */
interface Layer extends Painted {
  readonly z: number
}

/** `Node.DOCUMENT_POSITION_FOLLOWING`. */
const following = 4

/** What is in no layer is painted after the negative ones and before all others. */
const inFlow = -0.5

/** Whether something is painted after an element, and so over it (CSS 2 appendix E, in brief). */
export function isPaintedOver(upper: Painted, lower: Element): boolean {
  const field: Painted = { element: lower, pseudo: null }
  const [over, under] = [layersOf(upper), layersOf(field)]
  const isShared = ({ element, pseudo }: Layer, index: number) =>
    pseudo === null && under[index]?.element === element
  const shared = over.findIndex((layer, index) => !isShared(layer, index))
  const at = shared < 0 ? over.length : shared
  const [a, b] = [over[at], under[at]]
  const difference = (a?.z ?? inFlow) - (b?.z ?? inFlow)
  return difference === 0 ? comesAfter(a ?? upper, b ?? field) : difference > 0
}

/** The layers that something is in, outermost first. */
function layersOf({ element, pseudo }: Painted): readonly Layer[] {
  const layers: Layer[] = []
  const add = (at: Element, its: Painted['pseudo']) => {
    const style = getComputedStyle(at, its)
    const z = zOf(at, its, style)
    // What is only positioned is painted as a whole, but for the layers in it.
    if (z !== null && (layers.length === 0 || isContext(style, z))) {
      layers.unshift({ element: at, pseudo: its, z })
    }
  }
  if (pseudo !== null) add(element, pseudo)
  for (const at of drawnAncestors(element)) {
    add(at, null)
    if (at.matches(':popover-open,:modal')) {
      layers[0] = { element: at, pseudo: null, z: Number.POSITIVE_INFINITY }
      break
    }
  }
  return layers
}

/** Its place among other layers; null where it is none. */
function zOf(at: Element, pseudo: Painted['pseudo'], style: CSSStyleDeclaration): number | null {
  const parent = pseudo === null ? at.parentElement : at
  const isFlexed = () => parent !== null && /flex|grid/.test(getComputedStyle(parent).display)
  const isPlaced = style.position !== 'static'
  if (style.zIndex !== 'auto' && (isPlaced || isFlexed())) return Number(style.zIndex)
  return isPlaced || isContext(style, 0) ? 0 : null
}

/** Whether all that is in it is painted with it. */
function isContext(style: CSSStyleDeclaration, z: number): boolean {
  return (
    z !== 0 ||
    (style.zIndex !== 'auto' && style.position !== 'static') ||
    /fixed|sticky/.test(style.position) ||
    style.opacity !== '1' ||
    [style.transform, style.filter].some((value) => value !== 'none') ||
    style.isolation === 'isolate'
  )
}

function comesAfter(upper: Painted, lower: Painted): boolean {
  if ([...drawnAncestors(lower.element)].includes(upper.element)) return upper.pseudo === '::after'
  return Boolean(lower.element.compareDocumentPosition(upper.element) & following)
}
