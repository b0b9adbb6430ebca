import type { FieldDescription } from '@/utils/fields/describe'
import { isShownInParents } from '@/utils/fields/dom/frames'
import { snapshot } from '@/utils/fields/dom/snapshot'
import { isVisible } from '@/utils/fields/dom/visible'
import { findPrompts, isFillable } from '@/utils/fields/find'
import type { PromptKind } from '@/utils/fields/types'
import { world } from './world'

/** Where a page asks for a code, and for which. */
export interface Found {
  readonly kind: PromptKind
  /** The inputs that a code goes into, boxes in order; none where it is no authenticator's. */
  readonly inputs: readonly HTMLInputElement[]
}

const sees = (element: HTMLElement) => isVisible(element) && isShownInParents(element)

/** Where a document asks for a code: first of all in the field that the user pointed out. */
export function findField(
  document: Document,
  roots: readonly ShadowRoot[],
  described: FieldDescription | null,
): Found | null {
  const { page, elements } = snapshot(document, roots, sees)
  const found = (kind: PromptKind, fields: readonly number[]): Found => ({
    kind,
    inputs: fields.map((index) => elements[index]).filter((input) => input !== undefined),
  })
  const pointed = described && world.pointing?.findDescribed(page, described)
  if (pointed) return found('unknown', pointed)
  const prompts = findPrompts(page)
  const fillable = prompts.find(isFillable)
  if (fillable) return found(fillable.kind, fillable.fields)
  return prompts[0] ? found(prompts[0].kind, []) : null
}

/** What describes the field that has the focus; null where no code could go there. */
export function describeFocused(
  document: Document,
  roots: readonly ShadowRoot[],
): FieldDescription | null {
  const { page, elements } = snapshot(document, roots, sees)
  const index = elements.findIndex(hasFocus)
  const { pointing } = world
  if (index < 0 || !pointing) return null
  const described = pointing.describe(page, index)
  return pointing.findDescribed(page, described)?.includes(index) ? described : null
}

/** Whether it has the focus of the document or the shadow root that it is in. */
function hasFocus(input: HTMLInputElement): boolean {
  const root = input.getRootNode()
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === input
}
