import { join } from 'node:path'
import { AppError } from '@/utils/errors/app-error'
import { differences } from './compare'
import { type ExpectedFile, readExpected } from './expected'
import { readBackup } from './read'

/** What became of one file. */
export interface FileOutcome {
  readonly file: string
  /** Empty where every entry came out as expected. */
  readonly wrong: readonly string[]
  readonly isEncrypted: boolean
  /** Whether a wrong password was told as one. */
  readonly isRefused: boolean
  readonly ms: number
}

/** The sums of a run, as its last line says them. */
export interface BackupFigures {
  readonly files: number
  readonly exact: number
  readonly encrypted: number
  readonly refused: number
}

const wrongPasswordCodes = ['password-wrong', 'password-or-file']

/** Reads every file that a folder's expected.json names, with its password and with a wrong one. */
export async function benchBackups(
  folder: string,
  tell: (outcome: FileOutcome) => void,
): Promise<BackupFigures> {
  const outcomes: FileOutcome[] = []
  for (const file of readExpected(folder)) {
    const outcome = await tryFile(folder, file)
    tell(outcome)
    outcomes.push(outcome)
  }
  const encrypted = outcomes.filter(({ isEncrypted }) => isEncrypted)
  return {
    files: outcomes.length,
    exact: outcomes.filter(({ wrong }) => wrong.length === 0).length,
    encrypted: encrypted.length,
    refused: encrypted.filter(({ isRefused }) => isRefused).length,
  }
}

/** One file of the folder. */
export async function tryFile(folder: string, expected: ExpectedFile): Promise<FileOutcome> {
  const path = join(folder, expected.file)
  const startedMs = performance.now()
  const wrong = await wrongWith(path, expected)
  const isEncrypted = expected.password !== null
  const isRefused = isEncrypted && (await refusesWrongPassword(path, `${expected.password}-not`))
  return { file: expected.file, wrong, isEncrypted, isRefused, ms: performance.now() - startedMs }
}

async function wrongWith(path: string, { password, expected }: ExpectedFile) {
  try {
    return differences(await readBackup(path, password ?? ''), expected)
  } catch (error) {
    return [error instanceof AppError ? error.code : String(error)]
  }
}

async function refusesWrongPassword(path: string, password: string): Promise<boolean> {
  try {
    await readBackup(path, password)
    return false
  } catch (error) {
    return error instanceof AppError && wrongPasswordCodes.includes(error.code)
  }
}
