import type { Bytes } from '@/utils/bytes/bytes'
import { toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { fromOtpauthUri } from '@/utils/otp/from-otpauth-uri'
import type { OtpAccount } from '@/utils/otp/parameters'
import { toOtpauthUri } from '@/utils/otp/to-otpauth-uri'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { otpauthList as reader } from '../formats/otpauth-list'
import { readImportFile } from '../import-file'
import { sameJson } from '../same-json'
import { codeFacts } from './code-facts'
import { type Carrier, carried, carriedEntries, lossesOf, type UnsupportedEntry } from './losses'

/** One otpauth:// line for each account, which most authenticators read. */
export const otpauthLines: Carrier = {
  refuses: (account) => (readsSame(account) ? null : 'unreadable'),
  refusesEntry: (entry) => (keptUri(entry) === null ? 'kind' : null),
  drops: ['note', 'sites', 'tags', 'favorite', 'recovery', 'other'],
  bendsName: (account) => !keepsName(account),
}

/** What the list would not hold. */
export function otpauthListLosses(document: VaultDocument) {
  return lossesOf(document, otpauthLines)
}

/**
 * The list, read again and held against `document` before it is given out. Anybody who has it can
 * make the codes. Lines that only other apps can use stand at its end as they came. Throws
 * `backup-mismatch`.
 */
export async function writeOtpauthList(document: VaultDocument): Promise<Bytes> {
  const accounts = carried(document, otpauthLines)
  const lines = accounts.map(toOtpauthUri)
  if (lines.length > 0) await readBack(toText(lines), accounts)
  return toText([...lines, ...carriedEntries(document, otpauthLines).map(keptUri)])
}

function toText(lines: readonly (string | null)[]): Bytes {
  return toUtf8(lines.map((line) => `${line}\n`).join(''))
}

/** The link that an entry came as; null where it came otherwise. */
function keptUri({ uri }: UnsupportedEntry): string | null {
  return typeof uri === 'string' && /^(?:otpauth|motp):\S+$/i.test(uri) ? uri : null
}

async function readBack(bytes: Bytes, accounts: readonly Account[]): Promise<void> {
  const noKey = () => Promise.reject(new AppError('backup-mismatch'))
  const access = { password: '', deriveKek: noKey }
  const { entries, problems } = await reader.parse(readImportFile(bytes), access)
  const isWhole = problems.length === 0 && sameJson(entries.map(codeFacts), accounts.map(codeFacts))
  if (!isWhole) throw new AppError('backup-mismatch')
}

/** Five digits from "Steam" are taken for Steam's own, and one letter is no secret. */
function readsSame(account: Account): boolean {
  const read = readAgain(account)
  return read !== null && sameJson(codeFacts(read), codeFacts(account))
}

/** White space around a name is taken for a slip of whoever wrote the line. */
function keepsName(account: Account): boolean {
  const read = readAgain(account)
  return read?.issuer === account.issuer && read.label === account.label
}

function readAgain(account: Account): OtpAccount | null {
  try {
    return fromOtpauthUri(toOtpauthUri(account)).account
  } catch {
    return null
  }
}
