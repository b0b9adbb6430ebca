import type { ImportStep } from '@/utils/backup/format'
import { readUriLines } from '@/utils/backup/formats/uri-lines'
import { maxFileSizeBytes } from '@/utils/backup/import-file'
import { addCode, type MigrationSeries } from '@/utils/backup/migration-series'
import type { ParsedBackup } from '@/utils/backup/parsed-backup'
import { isPicture } from '@/utils/backup/picture-magic'
import { emptyBackup, joined } from '@/utils/backup/read/collect'
import type { Bytes } from '@/utils/bytes/bytes'
import { fromUtf8 } from '@/utils/bytes/utf8'
import { AppError, type ErrorCode, type ErrorDetail } from '@/utils/errors/app-error'
import { hasTooManyLines, splitLines, type TextPiece } from '@/utils/otp/otpauth-lines'
import type { ReadFile } from '@/utils/platform/import/worker-messages'
import type { ManageServices } from '../services'
import { readPayload } from './read-payload'

/** More than any camera's photo. */
export const maxPictureSizeBytes = 64 * 1024 * 1024

/** What reading files needs from the outside. */
export interface CollectPorts {
  readonly decodeImage: ManageServices['decodeImage']
  readonly readBackup: ManageServices['readBackup']
  /** Null: the user has no password for this file. `failure` says why the last one did not do. */
  readonly askPassword: (name: string, failure: ErrorCode | null) => Promise<string | null>
  readonly onReading: (name: string, step: ImportStep | null) => void
  readonly signal: AbortSignal
  /** What to call an entry of a file that has no name: "Line 3". */
  readonly nameOf: (format: string, position: number) => string
}

/** What several files hold together. */
export interface Collected {
  readonly found: ParsedBackup
  /** Codes of Google Authenticator's export, which are read when they are all there. */
  readonly series: MigrationSeries
}

/** A file, and what to call its problems by. */
interface Place {
  readonly file: File
  readonly position: number
  readonly isOnly: boolean
}

const asksAgain: readonly ErrorCode[] = ['password-empty', 'password-wrong', 'password-or-file']

/**
 * Reads files one after the other, pictures for the codes in them; what fails in one does not stop
 * the others and becomes a problem by its name. Throws `import-cancelled`.
 */
export async function collectFiles(
  files: readonly File[],
  series: MigrationSeries,
  ports: CollectPorts,
): Promise<Collected> {
  const parts: ParsedBackup[] = []
  let codes = series
  for (const [index, file] of files.entries()) {
    const place = { file, position: index + 1, isOnly: files.length === 1 }
    const { found, series: more } = await readOne(place, codes, ports)
    parts.push(found)
    codes = more
  }
  return { found: joined(parts), series: codes }
}

async function readOne(
  place: Place,
  series: MigrationSeries,
  ports: CollectPorts,
): Promise<Collected> {
  const { file } = place
  ports.onReading(file.name, null)
  try {
    if (isPicture(new Uint8Array(await file.slice(0, 64).arrayBuffer())) || isNamedPicture(file)) {
      return await readPicture(place, series, ports)
    }
    // Before anything is read: memory is taken by then.
    if (file.size > maxFileSizeBytes) throw new AppError('file-too-large')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const pieces = piecesOf(bytes)
    return pieces === null
      ? { found: await readFile(place, bytes, ports), series }
      : await readCodes(place, pieces, series, ports)
  } catch (failure) {
    if (!(failure instanceof AppError) || failure.code === 'import-cancelled') throw failure
    return { found: problemOf(place, failure.code, failure.detail), series }
  }
}

/** What calls itself a picture and is none is told as a picture that cannot be read. */
function isNamedPicture({ type, name }: File): boolean {
  return type.startsWith('image/') || /\.(?:png|jpe?g|gif|webp|bmp)$/i.test(name)
}

const migration = /^\s*otpauth-migration:/i

/** The links of a text with codes of an export among them; null for any other file. */
function piecesOf(bytes: Bytes): readonly TextPiece[] | null {
  try {
    const text = fromUtf8(bytes)
    if (!/(?:^|\s)otpauth-migration:\/\//im.test(text) || /^\s*[{[<]/.test(text)) return null
    if (hasTooManyLines(text)) return null
    const pieces = splitLines(text)
    return pieces.some(({ uri }) => migration.test(uri)) ? pieces : null
  } catch {
    return null
  }
}

/** Codes of an export as text count like photographed ones; what stands beside them is read too. */
async function readCodes(
  place: Place,
  pieces: readonly TextPiece[],
  series: MigrationSeries,
  ports: CollectPorts,
): Promise<Collected> {
  let codes = series
  const rest: string[] = []
  for (const { line, uri } of pieces) {
    const more = migration.test(uri) ? withCode(codes, uri) : null
    if (more === null) {
      while (rest.length < line) rest.push('')
      rest[line - 1] += ` ${uri}`
    } else codes = more
  }
  const format = 'otpauth-list'
  const found = await readUriLines(rest.join('\n'))
  return { found: named(place, { format, found }, ports), series: codes }
}

/** Null for a broken one, which is told with its line. */
function withCode(series: MigrationSeries, uri: string): MigrationSeries | null {
  try {
    return addCode(series, uri)
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure
    return null
  }
}

async function readPicture(
  place: Place,
  series: MigrationSeries,
  ports: CollectPorts,
): Promise<Collected> {
  if (place.file.size > maxPictureSizeBytes) throw new AppError('image-too-large')
  const payloads = await ports.decodeImage(place.file)
  if (payloads.length === 0) throw new AppError('image-unreadable')
  const parts: ParsedBackup[] = []
  let codes = series
  for (const payload of payloads) {
    try {
      if (migration.test(payload)) codes = addCode(codes, payload)
      else parts.push(readPayload(payload))
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure
      parts.push(problemOf(place, failure.code, failure.detail))
    }
  }
  return { found: joined(parts), series: codes }
}

async function readFile(place: Place, bytes: Bytes, ports: CollectPorts): Promise<ParsedBackup> {
  const { name } = place.file
  let password = ''
  for (;;) {
    try {
      const onStep = (step: ImportStep) => ports.onReading(name, step)
      const { signal } = ports
      return named(place, await ports.readBackup(bytes, { password, signal, onStep }), ports)
    } catch (failure) {
      if (!(failure instanceof AppError) || !asksAgain.includes(failure.code)) throw failure
      const { code } = failure
      const given = await ports.askPassword(name, code === 'password-empty' ? null : code)
      if (given === null) return problemOf(place, 'import-cancelled', {})
      password = given
    }
  }
}

/** Every problem by a name: its own, its place, and its file's where there are several. */
function named(place: Place, { format, found }: ReadFile, ports: CollectPorts): ParsedBackup {
  const problems = found.problems.map((problem) => {
    const title = problem.title || ports.nameOf(format, problem.position)
    return { ...problem, title: place.isOnly ? title : `${place.file.name}: ${title}` }
  })
  return { ...found, problems }
}

function problemOf(place: Place, code: ErrorCode, detail: ErrorDetail): ParsedBackup {
  const problem = { position: place.position, title: place.file.name, code, detail }
  return { ...emptyBackup, problems: [problem] }
}
