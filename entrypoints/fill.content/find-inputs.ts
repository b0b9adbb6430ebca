import { snapshot } from '@/utils/fields/dom/snapshot'
import { findCodeFields } from '@/utils/fields/find'

/** The inputs of a document's code field, boxes in order, or null. */
export function findInputs(
  document: Document,
  roots: readonly ShadowRoot[],
): readonly HTMLInputElement[] | null {
  const { page, elements } = snapshot(document, roots)
  const found = findCodeFields(page)
  if (found === null) return null
  return found.fields.map((index) => elements[index]).filter((input) => input !== undefined)
}
