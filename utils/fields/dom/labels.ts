/** The label elements of an input. */
export type LabelsOf = (input: HTMLInputElement) => readonly Element[]

/**
 * Finds label elements. The browser's own `labels` goes over the whole document for every input;
 * this goes over it once, and not at all where no input has an id.
 */
export function labelFinder(): LabelsOf {
  const known = new Map<Node, ReadonlyMap<string, readonly Element[]>>()
  const namedIn = (root: Node) => {
    const labels = known.get(root) ?? labelsByInput(root)
    known.set(root, labels)
    return labels
  }
  return (input) => {
    const around = input.closest('label')
    const named = input.id === '' ? [] : (namedIn(input.getRootNode()).get(input.id) ?? [])
    return around === null || around.hasAttribute('for') ? named : [around, ...named]
  }
}

/** The labels under a root that name an input, by its id. */
function labelsByInput(root: Node): ReadonlyMap<string, readonly Element[]> {
  const byInput = new Map<string, Element[]>()
  if (!('querySelectorAll' in root)) return byInput
  for (const label of (root as ParentNode).querySelectorAll('label[for]')) {
    const id = label.getAttribute('for') ?? ''
    byInput.set(id, [...(byInput.get(id) ?? []), label])
  }
  return byInput
}
