/** The parent in the tree as it is drawn: through slots and out of shadow roots. */
function drawnParent(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? hostOf(element)
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

/** The element itself and its ancestors as they are drawn, innermost first. */
export function* drawnAncestors(element: Element): Generator<Element> {
  for (let at: Element | null = element; at !== null; at = drawnParent(at)) yield at
}

/** The innermost element at a point of the view, also inside of open shadow roots. */
export function elementAt(document: Document, x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y)
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y)
    if (inner === null || inner === hit) break
    hit = inner
  }
  return hit
}
