import type { ErrorCode } from '@/utils/errors/app-error'

/** What the page gives the scan worker: a picture file of any kind the browser can draw. */
export interface ScanRequest {
  readonly picture: Blob
}

/** What the scan worker answers: every payload in the picture, or why there is none. */
export type ScanAnswer = { readonly payloads: readonly string[] } | { readonly error: ErrorCode }
