/**
 * Everything that can go wrong and that a user can be told about. One closed union: the
 * interface turns each code into a sentence (see `error_*` in `_locales`), and only codes
 * cross messages.
 */
export const errorCodes = [
  // one-time passwords
  'otpauth-malformed',
  'otpauth-type-unknown',
  'secret-missing',
  'secret-character',
  'algorithm-unknown',
  'digits-out-of-range',
  'period-out-of-range',
  'counter-out-of-range',
  'code-unknown',
  // vault
  'vault-missing',
  'vault-exists',
  'vault-locked',
  'vault-damaged',
  'vault-newer',
  'vault-conflict',
  'password-empty',
  'password-wrong',
  'kdf-refused',
  'kdf-failed',
  'passkey-cancelled',
  'passkey-unsupported',
  'passkey-known',
  'passkey-wrong',
  'passkey-limit',
  'storage-full',
  'storage-failed',
  'account-missing',
  // pasted text
  'lines-too-many',
  // backup files
  'file-empty',
  'file-too-large',
  'file-unknown',
  'file-damaged',
  'migration-malformed',
  'file-newer',
  'file-older',
  'file-picture',
  'file-pgp',
  'file-phone-database',
  'file-authy',
  'file-account-restricted',
  'file-cipher-unknown',
  'password-or-file',
  'import-cancelled',
  'backup-mismatch',
  'downloads-denied',
  'download-cancelled',
  'download-no-space',
  'download-too-large',
  'download-failed',
  // pictures
  'image-unreadable',
  'image-too-large',
  'qr-link',
  'qr-other',
  'qr-part',
  'qr-unread',
  'scan-too-slow',
  'camera-missing',
  'camera-refused',
  'camera-busy',
  'camera-lost',
  // browser
  'page-off-limits',
  'page-moved',
  'page-silent',
  'capture-failed',
  'permission-denied',
  'clipboard-denied',
  'clipboard-stays',
  'message-refused',
  'unexpected',
] as const

/** One of the closed set of failures. */
export type ErrorCode = (typeof errorCodes)[number]

/** Harmless facts for the sentence, for example the character that is no base32. Never a secret. */
export type ErrorDetail = Readonly<Record<string, string | number>>

/** A failure with a code. The message is short, lower case and for developers. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly detail: ErrorDetail

  constructor(code: ErrorCode, message: string = code, detail: ErrorDetail = {}) {
    super(message)
    this.code = code
    this.detail = detail
  }
}

/** The code of anything thrown; what is not ours is `unexpected`. */
export function toErrorCode(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'unexpected'
}
