import type { ImportedEntry, ParsedBackup } from '@/utils/backup/parsed-backup'
import { fromBase32, toBase32 } from '@/utils/bytes/base32'
import { digitsOf, periodOf } from '@/utils/otp/code-shape'
import type { ExpectedEntry } from './expected'

const algorithms = ['SHA1', 'SHA256', 'SHA512']
const types = ['totp', 'hotp', 'steam', 'battle']

/**
 * What is wrong with a reading, in words without secrets; empty where it is exactly what is
 * expected. An entry that no code can be computed from has to be kept as unsupported or shown as a
 * problem; what lay in another app's trash may be expected or not.
 */
export function differences(
  found: ParsedBackup,
  expected: readonly ExpectedEntry[],
): readonly string[] {
  const wanted = expected.filter(isComputable)
  const left = [...found.entries].sort((a, b) => Number(a.trashed) - Number(b.trashed))
  const missing = wanted.filter((entry) => {
    const at = left.findIndex((candidate) => isSame(candidate, entry))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const refused = expected.filter(isWrong).length
  const kept = expected.length - wanted.length - refused
  const isToldRight = found.unsupported.length === kept && found.problems.length === refused
  return [
    ...missing.map((entry) => `missing: ${describe(entry)}`),
    ...left
      .filter(({ trashed }) => !trashed)
      .map((entry) => `too many: ${entry.issuer} / ${entry.label}`),
    ...(isToldRight
      ? []
      : [
          `${found.unsupported.length} entries kept instead of ${kept}`,
          `${found.problems.length} problems instead of ${refused}`,
        ]),
    ...(isToldRight ? [] : found.problems.map(({ code, title }) => `${code}: ${title}`)),
  ]
}

function describe({ issuer, name, title, type, algo, digits, period }: ExpectedEntry): string {
  return [title ?? issuer, name, type, algo, digits, period].join(' / ')
}

/** What no app could use, unlike kinds that only some can. */
function isWrong({ digits, period, error }: ExpectedEntry): boolean {
  return error !== undefined || !(digits >= 0 && digits <= 10) || period <= 0
}

function isComputable({ type, algo, digits, period, error }: ExpectedEntry): boolean {
  const isUsual = types.includes(type) && algorithms.includes(algo)
  return error === undefined && isUsual && digits >= 0 && digits <= 10 && period > 0
}

function isSame(found: ImportedEntry, expected: ExpectedEntry): boolean {
  if (expected.secret === undefined) return found.issuer.trim() === expected.title?.trim()
  const isNamed =
    found.issuer.trim() === expected.issuer.trim() && found.label.trim() === expected.name.trim()
  const isGrouped = (expected.groups ?? []).every((group) => found.tags.includes(group))
  const isNoted = expected.note === undefined || found.note.trim() === expected.note.trim()
  return isNamed && isGrouped && isNoted && hasSameCodes(found, expected)
}

function hasSameCodes({ parameters }: ImportedEntry, expected: ExpectedEntry): boolean {
  const type = expected.type === 'battle' ? 'totp' : expected.type
  const secret = toBase32(fromBase32(expected.secret ?? ''))
  if (parameters.type !== type || parameters.secretBase32 !== secret) return false
  if (parameters.type === 'steam') return true
  const isAlike =
    parameters.algorithm === expected.algo && digitsOf(parameters) === (expected.digits || 6)
  if (parameters.type === 'hotp') {
    return isAlike && parameters.counter === Number(expected.counter ?? 0)
  }
  return isAlike && periodOf(parameters) === expected.period
}
