import { fromBase32, toBase32 } from '@/utils/bytes/base32'
import { digitsOf, periodOf } from '@/utils/otp/code-shape'
import type { OtpParameters } from '@/utils/otp/parameters'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { type Carrier, carried, carriedEntries, lossesOf, type UnsupportedEntry } from './losses'

/** The open part of an Aegis vault, version 3 (its docs/vault.md). */
export interface AegisContent {
  readonly version: 3
  readonly entries: readonly unknown[]
  readonly groups: readonly { readonly uuid: string; readonly name: string }[]
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Aegis's JSON: everything codes need, notes, favourites, and tags as groups. */
export const aegis: Carrier = {
  refuses: ({ parameters }) => (secretOf(parameters) === '' ? 'unreadable' : null),
  refusesEntry: (entry) => (aegisRecord(entry) === null ? 'kind' : null),
  drops: ['sites', 'recovery', 'other'],
  bendsName: () => false,
}

/** What a file for Aegis would not hold. */
export function aegisLosses(document: VaultDocument) {
  return lossesOf(document, aegis)
}

/**
 * The accounts as Aegis keeps them, with every member that its reader insists on. `newId` gives a
 * UUID where an account's id is none; entries that came from Aegis go back as they came.
 */
export function toAegisContent(document: VaultDocument, newId: () => string): AegisContent {
  const accounts = carried(document, aegis)
  const names = [...new Set(accounts.flatMap(({ tags }) => tags))]
  const groups = names.map((name) => ({ uuid: newId(), name }))
  const groupOf = new Map(groups.map((group) => [group.name, group.uuid]))
  const entries = accounts.map((account) => toEntry(account, groupOf, newId))
  const kept = carriedEntries(document, aegis).map(aegisRecord)
  return { version: 3, entries: [...entries, ...kept], groups }
}

function toEntry(account: Account, groupOf: ReadonlyMap<string, string>, newId: () => string) {
  const { id, issuer, label, note, favorite, tags, parameters } = account
  return {
    type: parameters.type,
    uuid: uuid.test(id) ? id : newId(),
    name: label,
    issuer,
    note,
    favorite,
    icon: null,
    info: infoOf(parameters),
    groups: [...new Set(tags)].map((tag) => groupOf.get(tag)),
  }
}

function infoOf(parameters: OtpParameters) {
  return {
    secret: secretOf(parameters),
    algo: parameters.type === 'steam' ? 'SHA1' : parameters.algorithm,
    digits: digitsOf(parameters),
    ...(parameters.type === 'hotp'
      ? { counter: parameters.counter }
      : { period: periodOf(parameters) }),
  }
}

/** In a legal length, which Aegis insists on: bits that fill no byte are dropped. */
function secretOf({ secretBase32 }: OtpParameters): string {
  return toBase32(fromBase32(secretBase32))
}

/** The record of an entry that came from Aegis, verbatim; null where there is none. */
function aegisRecord({ source }: UnsupportedEntry): object | null {
  if (!isObject(source) || source['app'] !== 'aegis') return null
  const { raw } = source
  return isObject(raw) && isObject(raw['info']) && typeof raw['type'] === 'string' ? raw : null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
