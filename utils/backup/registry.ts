import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat, FileAccess } from './format'
import { aegis } from './formats/aegis'
import { andOtp, andOtpSealed } from './formats/and-otp'
import { authenticatorExtension } from './formats/authenticator-extension/index'
import { bitwarden } from './formats/bitwarden'
import { ente } from './formats/ente'
import { freeOtp, freeOtpPlus } from './formats/free-otp'
import { freeOtp2 } from './formats/free-otp-2'
import { kdbx } from './formats/kdbx'
import { lastPass } from './formats/last-pass'
import { onePux } from './formats/one-pux'
import { otpauthList } from './formats/otpauth-list'
import { passwordCsv } from './formats/password-csv'
import { proton } from './formats/proton'
import { protonPass, protonPassJson } from './formats/proton-pass'
import { raivo, raivoZip } from './formats/raivo'
import { authy, keePassOld, pgp, phoneDatabase } from './formats/refused'
import { sixpence } from './formats/sixpence'
import { sixpenceVault } from './formats/sixpence-vault'
import { duo, otpListJson, steamGuard } from './formats/small-json'
import { stratum } from './formats/stratum'
import { totpAuthenticator } from './formats/totp-authenticator'
import { twoFas } from './formats/two-fas'
import { zipOfLines } from './formats/zip-of-lines'
import { type ImportFile, readImportFile } from './import-file'
import type { ParsedBackup } from './parsed-backup'
import { isPicture } from './picture-magic'

/** Told by their first bytes. */
const binary = [freeOtp2, stratum, kdbx, keePassOld, onePux, protonPass, raivoZip, zipOfLines]
/** Told by the members of their JSON. */
const json = [
  sixpence,
  sixpenceVault,
  aegis,
  twoFas,
  ente,
  proton,
  bitwarden,
  freeOtpPlus,
  lastPass,
  steamGuard,
  protonPassJson,
  duo,
  raivo,
  andOtp,
  authenticatorExtension,
  otpListJson,
]
/** Told by how their text looks; any bytes that stand out by nothing come last. */
const others = [authy, freeOtp, passwordCsv, otpauthList, totpAuthenticator, andOtpSealed]

/** Every format that can be told, the most telling sign first. */
export const formats: readonly BackupFormat[] = [...binary, pgp, phoneDatabase, ...json, ...others]

/** A file whose format is known. */
export interface RecognizedFile {
  readonly file: ImportFile
  readonly format: BackupFormat
  /** Whether a password has to be asked for. */
  readonly isEncrypted: boolean
}

/**
 * Tells the format of a file by its content; its name counts for nothing. Throws `file-empty`,
 * `file-too-large`, `file-unknown`, `file-picture`.
 */
export function recognize(bytes: Bytes): RecognizedFile {
  const file = readImportFile(bytes)
  if (isPicture(bytes)) throw new AppError('file-picture')
  const format = formats.find((candidate) => candidate.matches(file))
  if (format === undefined) throw new AppError('file-unknown')
  return { file, format, isEncrypted: format.isEncrypted(file) }
}

/**
 * Reads a recognized file. Throws what `BackupFormat.parse` throws; whatever else a hostile file
 * brings its reader to throw is `file-damaged`.
 */
export async function parseRecognized(
  { file, format }: RecognizedFile,
  access: FileAccess,
): Promise<ParsedBackup> {
  try {
    return await format.parse(file, access)
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('file-damaged')
  }
}
