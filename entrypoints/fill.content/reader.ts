import { type DomSnapshot, snapshot } from '@/utils/fields/dom/snapshot'
import { type Likely, likelyFields } from '@/utils/fields/find'
import { type Scan, scannerOf, type Vocabulary } from '@/utils/fields/scan'
import type { PageSnapshot } from '@/utils/fields/types'

/** Reads a document for where it asks for codes. */
export interface Reader {
  /** The facts of the document, in which only that is visible which `sees` says. */
  facts(roots: readonly ShadowRoot[], sees: (element: HTMLElement) => boolean): DomSnapshot
  /** What reads its texts, with more words to look for. */
  scannerOf(more: Vocabulary): Scan
  /** Where it seems to ask for codes of any kind, by those facts: to be judged. */
  likely(page: PageSnapshot, scan: Scan): readonly Likely[]
  /** Whether it does anywhere: true also of fields that only a closer look finds hidden. */
  mayAsk(roots: readonly ShadowRoot[]): boolean
}

/** Reads the document that this runs in. */
export const reader: Reader = {
  facts,
  scannerOf,
  likely: likelyFields,
  mayAsk: (roots) => likelyFields(facts(roots, isDrawn).page).length > 0,
}

function facts(roots: readonly ShadowRoot[], sees: (element: HTMLElement) => boolean): DomSnapshot {
  return snapshot(document, roots, sees)
}

// What only the rest of the filler can tell, such as what lies over a field, is left to it.
function isDrawn(element: HTMLElement): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}
