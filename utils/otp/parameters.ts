/** Hash functions of RFC 6238 section 1.2. */
export type Algorithm = 'SHA1' | 'SHA256' | 'SHA512'

/** RFC 6238: the code depends on the time. */
export interface TotpParameters {
  readonly type: 'totp'
  /** Upper case, unpadded RFC 4648 base32 of the shared secret. */
  readonly secretBase32: string
  readonly algorithm: Algorithm
  /** 1 to 10. */
  readonly digits: number
  /** Length of a time step in seconds, a whole number above 0. */
  readonly period: number
}

/** RFC 4226: the code depends on a counter that moves with each use. */
export interface HotpParameters {
  readonly type: 'hotp'
  readonly secretBase32: string
  readonly algorithm: Algorithm
  readonly digits: number
  /** The counter of the next code, 0 to 2^53 - 1. */
  readonly counter: number
}

/** Steam Guard: SHA1, 30 seconds, five characters of Steam's own alphabet. */
export interface SteamParameters {
  readonly type: 'steam'
  readonly secretBase32: string
}

/** What a code is computed from. */
export type OtpParameters = TotpParameters | HotpParameters | SteamParameters

/** What an otpauth URI, a QR code or an imported row describes. */
export interface OtpAccount {
  readonly parameters: OtpParameters
  /** Who issued the secret, for people: "GitHub". May be empty. */
  readonly issuer: string
  /** Whose account it is, for people: "ada@example.org". May be empty. */
  readonly label: string
}
