import { type DomSnapshot, snapshot } from '@/utils/fields/dom/snapshot'
import { allPrompts, mayAskForCode } from '@/utils/fields/find'
import type { PageSnapshot, Prompt } from '@/utils/fields/types'

/** Reads a document for where it asks for codes. */
export interface Reader {
  /** The facts of the document, in which only that is visible which `sees` says. */
  facts(roots: readonly ShadowRoot[], sees: (element: HTMLElement) => boolean): DomSnapshot
  /** Where it may ask for codes, by those facts: see `choosePrompts`. */
  prompts(page: PageSnapshot): readonly Prompt[]
  /** Whether a code may go anywhere: true also of fields that only a closer look finds hidden. */
  mayAsk(roots: readonly ShadowRoot[]): boolean
}

/** Reads the document that this runs in. */
export const reader: Reader = {
  facts,
  prompts: allPrompts,
  mayAsk: (roots) => mayAskForCode(facts(roots, isDrawn).page),
}

function facts(roots: readonly ShadowRoot[], sees: (element: HTMLElement) => boolean): DomSnapshot {
  return snapshot(document, roots, sees)
}

// What only the rest of the filler can tell, such as what lies over a field, is left to it.
function isDrawn(element: HTMLElement): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}
