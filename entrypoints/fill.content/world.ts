import type { describe, findDescribed } from '@/utils/fields/describe'
import type { Filler } from './filler'

/** Describing fields and finding them again. */
export interface Pointing {
  readonly describe: typeof describe
  readonly findDescribed: typeof findDescribed
}

/** What our scripts share in a document: their isolated world, which the page does not see. */
export const world = globalThis as typeof globalThis & {
  /** Missing before the content script ran, and where it does nothing. */
  filler?: Filler
  /** Only where the user points a field out, or did so before. */
  pointing?: Pointing
}
