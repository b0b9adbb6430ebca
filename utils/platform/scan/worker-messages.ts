import type { ErrorCode } from '@/utils/errors/app-error'

/** What the worker answers to a picture (a Blob): every payload in it, or why there is none. */
export type ScanAnswer = { readonly payloads: readonly string[] } | { readonly failed: ErrorCode }
