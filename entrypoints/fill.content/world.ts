import type { FieldDescription } from '@/utils/fields/describe'
import type { rootOf } from '@/utils/fields/dom/root-of'
import type { textOf } from '@/utils/fields/dom/text-of'
import type { hasSign } from '@/utils/fields/sign'
import type { Asked, Find } from '@/utils/messages/asked'
import { worldName } from '@/utils/messages/world-name'
import type { Filler } from './filler'
import type { Reader } from './reader'
import type { Watcher } from './watcher'

/** Describing fields of a document and finding them again. */
export interface Pointing {
  /** The inputs of the field that was described, boxes in order, or null. */
  find(
    reader: Reader,
    roots: readonly ShadowRoot[],
    described: FieldDescription,
  ): HTMLInputElement[] | null
  /** What describes the field that has the focus; null where no code could go there. */
  focused(reader: Reader, roots: readonly ShadowRoot[]): FieldDescription | null
}

/** What our scripts share in a document. */
interface World {
  /** What the watcher has and the others need: their builds take it from here (wxt.config.ts). */
  shared?: { rootOf: typeof rootOf; textOf: typeof textOf; hasSign: typeof hasSign }
  /** Missing before the watching script ran, and where it does nothing. */
  watcher?: Watcher
  /** Whether this is the top frame, or one among its own: see `isAtHome`. */
  home?: boolean
  /** Missing where no code could be typed anywhere yet, and the user asked for none. */
  reader?: Reader
  /** Missing where nothing looked like a code's yet, and the user asked for none. */
  filler?: Filler
  /** Answers what the background asks before it makes a code; there where the filler is. */
  ask?: (find: Find) => Promise<Asked>
  /** Sends the form that a code was filled into; only where the user wants codes sent. */
  send?: (inputs: readonly HTMLInputElement[], roots: readonly ShadowRoot[]) => void
  /** Only where the user points a field out, or did so before. */
  pointing?: Pointing
}

const isolated = globalThis as { [name: symbol]: World }

/** In the isolated world of our scripts, which the page does not see. */
// biome-ignore lint/suspicious/noAssignInExpressions: each of them is small for having it once
export const world = (isolated[Symbol.for(worldName)] ??= {})
