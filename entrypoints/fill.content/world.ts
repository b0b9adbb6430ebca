import type { Filler } from './filler'

/** What our scripts share in a document: their isolated world, which the page does not see. */
export const world = globalThis as typeof globalThis & {
  /** Missing before the content script ran, and where it does nothing. */
  filler?: Filler
}
