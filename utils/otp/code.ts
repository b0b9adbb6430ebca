import type { OtpParameters } from './parameters'
// Contract; implemented in this file.
/**
 * The code of `parameters` at `nowMs` (milliseconds since the epoch; ignored for HOTP).
 * RFC 4226 section 5.3, RFC 6238 section 4.2; Steam's own alphabet.
 */
export declare function codeAt(parameters: OtpParameters, nowMs: number): string
