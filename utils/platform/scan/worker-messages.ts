import type { ErrorCode } from '@/utils/errors/app-error'
import type { Reading } from '@/utils/qr/decode'
import type { Box } from '@/utils/qr/picture'
import type { PageBox } from './boxes-in-page'

/** A picture that will be asked about: it is read while the rest of the question is being found. */
export interface ScanAhead {
  readonly ahead: ImageBitmap
  /** Where on it codes seem to stand, in shares of it: read before the rest. */
  readonly squares: readonly Box[]
  /** Is told once what the code of the one account there says; null for none and several. */
  readonly soon: MessagePort
}

/** What the worker is asked: a picture, and what is known of the page that it shows. */
export interface ScanRequest {
  /** A file, or a frame of a moving picture, as the browser has made it; null: the one sent ahead. */
  readonly image: Blob | ImageBitmap | null
  /** Null where nothing is known. */
  readonly boxes: readonly PageBox[] | null
  /** In shares of the picture: only what is in it is read, the harder way; null for all of it. */
  readonly frame: Box | null
}

/** What the worker answers: what the codes say, or why that is not known. */
export type ScanAnswer = { readonly reading: Reading } | { readonly failed: ErrorCode }
