/** Argon2id parameters as they stand in a header (RFC 9106 section 3.1). */
export interface KdfParameters {
  readonly name: 'argon2id'
  readonly version: 19
  /** Memory in KiB. */
  readonly m: number
  /** Passes. */
  readonly t: number
  /** Lanes. */
  readonly p: number
  /** base64 of 16 bytes. */
  readonly salt: string
}
