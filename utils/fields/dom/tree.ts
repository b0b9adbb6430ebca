import { rootOf } from './root-of'

/** The parent in the tree as it is drawn: through slots and out of shadow roots. */
function drawnParent(element: Element): Element | null {
  return slotOf(element) ?? parentOf(element) ?? hostOf(element)
}

// Not as its own property: a field in a form stands there by any name that the page gives it.
function parentOf(element: Element): Element | null {
  return Reflect.get(Node.prototype, 'parentElement', element)
}

// A closed root does not let on which of its slots an element is in.
function slotOf(element: Element): Element | null {
  const parent = parentOf(element)
  const root = parent && rootOf(parent)
  const slot: Element | null = Reflect.get(Element.prototype, 'assignedSlot', element)
  if (slot !== null || !root) return slot
  const slots = [...root.querySelectorAll('slot')]
  return slots.find((each) => each.assignedElements().includes(element)) ?? null
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

/** The element itself and its ancestors as they are drawn, innermost first. */
export function* drawnAncestors(element: Element): Generator<Element> {
  for (let at: Element | null = element; at !== null; at = drawnParent(at)) yield at
}

/** The innermost element at a point of the view, also inside of shadow roots. */
export function elementAt(document: Document, x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y)
  while (hit !== null) {
    const inner: Element | null = rootOf(hit)?.elementFromPoint(x, y) ?? null
    if (inner === null || inner === hit) break
    hit = inner
  }
  return hit
}
