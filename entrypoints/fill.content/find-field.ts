import type { FieldDescription } from '@/utils/fields/describe'
import { isShownInParents } from '@/utils/fields/dom/frames'
import { type DomSnapshot, snapshot } from '@/utils/fields/dom/snapshot'
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

/** The facts of a document, in which only that is visible which its frames show, too. */
export function snapshotInFrames(roots: readonly ShadowRoot[]): DomSnapshot {
  return snapshot(document, roots, (input) => isVisible(input) && isShownInParents(input))
}

/** Where a document asks for a code: first of all in the field that the user pointed out. */
export function findField(
  roots: readonly ShadowRoot[],
  described: FieldDescription | null,
): Found | null {
  const pointed = described && world.pointing?.find(roots, described)
  if (pointed) return { kind: 'unknown', inputs: pointed }
  const { page, elements } = snapshotInFrames(roots)
  const prompts = findPrompts(page)
  const fillable = prompts.find(isFillable)
  const { kind, fields } = fillable ?? prompts[0] ?? {}
  if (kind === undefined) return null
  const inputs = fillable ? (fields ?? []).map((index) => elements[index]) : []
  return { kind, inputs: inputs.filter((input) => input !== undefined) }
}
