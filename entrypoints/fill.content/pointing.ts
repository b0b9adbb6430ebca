import { describe, findDescribed } from '@/utils/fields/describe'
import { factsInFrames } from './find-field'
import type { Pointing } from './world'

/** Pointing fields out in this document. */
export const pointing: Pointing = {
  find(reader, roots, described) {
    const { page, elements } = factsInFrames(reader, roots)
    const fields = findDescribed(page, described)?.map((index) => elements[index])
    return fields?.filter((input) => input !== undefined) ?? null
  },
  focused(reader, roots) {
    const { page, elements } = factsInFrames(reader, roots)
    const index = elements.findIndex(hasFocus)
    if (index < 0) return null
    const described = describe(page, index)
    return findDescribed(page, described)?.includes(index) ? described : null
  },
}

/** Whether it has the focus of the document or the shadow root that it is in. */
function hasFocus(input: HTMLInputElement): boolean {
  const root = input.getRootNode()
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === input
}
