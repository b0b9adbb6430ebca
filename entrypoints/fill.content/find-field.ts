import type { FieldDescription } from '@/utils/fields/describe'
import { isShownInParents } from '@/utils/fields/dom/frames'
import type { DomSnapshot } from '@/utils/fields/dom/snapshot'
import { visibleAtOnce } from '@/utils/fields/dom/visible'
import { isFillable } from '@/utils/fields/fillable'
import { judge } from '@/utils/fields/judge'
import kindVocabulary from '@/utils/fields/kind-vocabulary.json'
import type { Scan } from '@/utils/fields/scan'
import type { PromptKind } from '@/utils/fields/types'
import type { Reader } from './reader'
import { world } from './world'

/** Where a page asks for a code, and for which. */
export interface Found {
  readonly kind: PromptKind
  /** The inputs that the wanted code goes into, boxes in order; none where another is asked for. */
  readonly inputs: readonly HTMLInputElement[]
}

/** Made once: a page is read again and again. */
let scanAll: Scan | undefined

/** The facts of a document, in which only that is visible which its frames show, too. */
export function factsInFrames(reader: Reader, roots: readonly ShadowRoot[]): DomSnapshot {
  const isVisible = visibleAtOnce(document)
  return reader.facts(roots, (input) => isVisible(input) && isShownInParents(input))
}

/**
 * Where a document asks for a code: first of all in the field that the user pointed out. `recovery`:
 * for a recovery code, which goes where one is asked for by that name and nowhere else.
 */
export function findField(
  reader: Reader,
  roots: readonly ShadowRoot[],
  described: FieldDescription | null,
  recovery?: boolean,
): Found | null {
  const pointed = !recovery && described && world.pointing?.find(reader, roots, described)
  if (pointed) return { kind: 'unknown', inputs: pointed }
  const { page, elements } = factsInFrames(reader, roots)
  scanAll ??= reader.scannerOf(kindVocabulary)
  const prompts = judge(reader.likely(page, scanAll), page)
  const fillable = prompts.find((prompt) => isFillable(prompt, recovery))
  const seen = fillable ?? prompts[0]
  const inputs = () => fillable?.fields.flatMap((index) => elements[index] ?? []) ?? []
  return seen ? { kind: seen.kind, inputs: inputs() } : null
}
