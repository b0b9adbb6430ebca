import * as v from 'valibot'
import { cleanBase32 } from '@/utils/bytes/base32'
import { AppError } from '@/utils/errors/app-error'
import { digitsOf, periodOf } from '@/utils/otp/code-shape'
import type { Algorithm, OtpParameters } from '@/utils/otp/parameters'
import { parseOrigin } from '@/utils/sites/origin'
import { type Account, type Enrolment, enrolmentSchema, siteSchema } from '@/utils/vault/document'
import { recoveryCodesSchema } from '@/utils/vault/recovery-code'
import { bareEntry, type ImportedEntry } from '../parsed-backup'
import { checkSites, sitesOfDomains } from './entry-sites'
import { fromTimestamp, toTimestamp } from './timestamp'

/** The types of entries that this version can use. */
export const knownTypes: readonly string[] = ['totp', 'hotp', 'steam']

const text = v.optional(v.string(), '')
const timestamp = v.optional(v.nullable(v.string()), null)

/**
 * Whether it is of a site that codes may go to, spelled as browsers do. What is asked once it is
 * confirmed was about the vault it comes from: no file puts an account up for the trash.
 */
const isUnconfirmedOnSite = ({ origin, confirmedAtMs }: Enrolment): boolean =>
  confirmedAtMs === undefined && parseOrigin(origin) === origin

/** An entry of payload schema 1 whose type is known. */
const entryShape = {
  id: v.optional(v.nullable(v.string()), null),
  type: v.picklist(['totp', 'hotp', 'steam']),
  issuer: text,
  name: text,
  secret: text,
  algo: v.optional(v.string(), 'SHA1'),
  digits: v.optional(v.number(), 6),
  period: v.optional(v.number(), 30),
  /** Decimal text: readers whose numbers are doubles must not round it. */
  counter: v.optional(v.string(), ''),
  note: text,
  tags: v.optional(v.array(v.string()), []),
  favorite: v.optional(v.boolean(), false),
  /** Origins, for other readers; ours takes `sites` where there is one. */
  domains: v.optional(v.array(v.string()), []),
  sites: v.optional(v.array(siteSchema)),
  recoveryCodes: v.optional(recoveryCodesSchema, []),
  createdAt: timestamp,
  updatedAt: timestamp,
  deletedAt: timestamp,
  /** Not worth an entry: one that does not hold counts as missing. */
  enrolment: v.fallback(
    v.optional(v.pipe(enrolmentSchema, v.check(isUnconfirmedOnSite))),
    undefined,
  ),
}
const entrySchema = v.looseObject(entryShape)
type Entry = v.InferOutput<typeof entrySchema>

const longestId = 100

/**
 * The account of an entry of a known type. Throws `file-damaged`, `secret-missing`,
 * `secret-character`, `algorithm-unknown`, `digits-out-of-range`, `period-out-of-range`,
 * `counter-out-of-range`.
 */
export function fromEntry(raw: unknown): ImportedEntry {
  const parsed = v.safeParse(entrySchema, raw)
  if (!parsed.success) throw new AppError('file-damaged', 'entry ill-shaped')
  const entry = parsed.output
  const { sites, refused } = entry.sites ? checkSites(entry.sites) : sitesOfDomains(entry.domains)
  return {
    ...bareEntry,
    id: isUsableId(entry.id) ? entry.id : null,
    issuer: entry.issuer,
    label: entry.name,
    parameters: parametersOf(entry),
    note: entry.note,
    sites,
    tags: entry.tags,
    favorite: entry.favorite,
    createdAtMs: fromTimestamp(entry.createdAt),
    updatedAtMs: fromTimestamp(entry.updatedAt),
    deletedAtMs: fromTimestamp(entry.deletedAt),
    ...(entry.enrolment === undefined ? {} : { enrolment: entry.enrolment }),
    recoveryCodes: entry.recoveryCodes,
    warnings: refused.map((site) => ({ code: 'site-refused', detail: { site } })),
    x: Object.fromEntries(Object.entries(entry).filter(([key]) => !Object.hasOwn(entryShape, key))),
  }
}

function isUsableId(id: string | null): boolean {
  return id !== null && id.length > 0 && id.length <= longestId
}

function parametersOf(entry: Entry): OtpParameters {
  const secretBase32 = cleanBase32(entry.secret)
  if (secretBase32 === '') throw new AppError('secret-missing')
  if (entry.type === 'steam') return { type: 'steam', secretBase32 }
  const algorithm = algorithmOf(entry.algo)
  const digits = whole(entry.digits, 1, 10, 'digits-out-of-range')
  if (entry.type === 'totp') {
    const period = whole(entry.period, 1, Number.MAX_SAFE_INTEGER, 'period-out-of-range')
    return { type: 'totp', secretBase32, algorithm, digits, period }
  }
  const stated = /^\d+$/.test(entry.counter) ? Number(entry.counter) : Number.NaN
  const counter = whole(stated, 0, Number.MAX_SAFE_INTEGER, 'counter-out-of-range')
  return { type: 'hotp', secretBase32, algorithm, digits, counter }
}

function algorithmOf(algo: string): Algorithm {
  if (algo === 'SHA1' || algo === 'SHA256' || algo === 'SHA512') return algo
  throw new AppError('algorithm-unknown')
}

function whole(
  value: number,
  least: number,
  most: number,
  code: 'digits-out-of-range' | 'period-out-of-range' | 'counter-out-of-range',
): number {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value
  throw new AppError(code)
}

/** The members of an account that have a place of their own in an entry. */
const placed = new Set<string>([
  'id',
  'issuer',
  'label',
  'parameters',
  'note',
  'sites',
  'tags',
  'favorite',
  'createdAtMs',
  'updatedAtMs',
  'deletedAtMs',
  'enrolment',
  'recoveryCodes',
])

/**
 * The entry of an account: everything the vault knows of it, in the clear, but for sites that no
 * code may ever go to.
 */
export function toEntry(account: Account): Record<string, unknown> {
  const { sites } = checkSites(account.sites)
  const { recoveryCodes = [] } = account
  return {
    id: account.id,
    type: account.parameters.type,
    issuer: account.issuer,
    name: account.label,
    ...codeMembers(account.parameters),
    note: account.note,
    tags: account.tags,
    favorite: account.favorite,
    domains: sites.map(({ origin }) => origin),
    sites,
    createdAt: toTimestamp(account.createdAtMs),
    updatedAt: toTimestamp(account.updatedAtMs),
    ...(account.deletedAtMs === null ? {} : { deletedAt: toTimestamp(account.deletedAtMs) }),
    ...(account.enrolment === undefined ? {} : { enrolment: account.enrolment }),
    ...(recoveryCodes.length === 0 ? {} : { recoveryCodes }),
    ...Object.fromEntries(unknownMembers(account)),
  }
}

/** For Steam the values it implies, so that a reader needs to know nothing of Steam but its alphabet. */
function codeMembers(parameters: OtpParameters): Record<string, unknown> {
  return {
    secret: parameters.secretBase32,
    algo: parameters.type === 'steam' ? 'SHA1' : parameters.algorithm,
    digits: digitsOf(parameters),
    ...(parameters.type === 'hotp'
      ? { counter: String(parameters.counter) }
      : { period: periodOf(parameters) }),
  }
}

/** What older files or newer versions left on the account, where it clashes with nothing. */
function unknownMembers({ x, ...account }: Account): [string, unknown][] {
  const bag = v.is(v.looseObject({}), x) ? Object.entries(x) : []
  const loose = Object.entries(account).filter(([key]) => !placed.has(key))
  return [...loose, ...bag].filter(([key]) => !Object.hasOwn(entryShape, key))
}
