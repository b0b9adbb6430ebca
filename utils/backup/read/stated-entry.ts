import { AppError } from '@/utils/errors/app-error'
import { readParameters } from '@/utils/otp/otpauth-parameters'
import type { Site } from '@/utils/vault/document'
import {
  bareEntry,
  type ImportedEntry,
  type ImportWarning,
  type UnsupportedEntry,
} from '../parsed-backup'
import { textOf } from './values'

/** An entry as a foreign file states it, its members found but not judged. */
export interface StatedEntry {
  /** In any case: totp, hotp, steam, motp, yandex ... */
  readonly type: string
  readonly issuer: string
  readonly label: string
  /** base32, as tolerantly as `cleanBase32` reads it. */
  readonly secret: string
  /** Whatever stands there; missing, null and '' are SHA1. */
  readonly algorithm?: unknown
  /** Missing, null, '' and 0 are 6. */
  readonly digits?: unknown
  /** Missing, null and '' are 30; 0 is an error. */
  readonly period?: unknown
  readonly counter?: unknown
  /** Of kinds that codes are not computed for. */
  readonly pin?: unknown
  readonly note?: string
  readonly tags?: readonly string[]
  readonly favorite?: boolean
  readonly trashed?: boolean
  readonly sites?: readonly Site[]
  readonly warnings?: readonly ImportWarning[]
  readonly createdAtMs?: number | null
  readonly updatedAtMs?: number | null
}

/** Where an entry comes from, for it to be written back to that app as it was. */
export interface Source {
  /** The format's id. */
  readonly app: string
  /** The record, verbatim. */
  readonly raw: unknown
}

const computed = ['totp', 'hotp', 'steam']

/**
 * The account that an entry states; one that no codes can be computed for here, by its kind or its
 * hash function, is kept with all that is stated. Throws what `readParameters` throws.
 */
export function readStated(stated: StatedEntry, source: Source): ImportedEntry | UnsupportedEntry {
  const type = stated.type.trim().toLowerCase()
  if (!computed.includes(type)) return keep(type === '' ? 'unknown' : type, stated, source)
  try {
    return imported(type, stated)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'algorithm-unknown') throw error
    return keep(`${type}-${textOf(stated.algorithm).toLowerCase()}`, stated, source)
  }
}

function imported(type: string, stated: StatedEntry): ImportedEntry {
  const read = readParameters(type, valuesOf(stated), stated.issuer)
  return {
    ...bareEntry,
    issuer: stated.issuer,
    label: stated.label,
    parameters: read.parameters,
    note: stated.note ?? '',
    tags: stated.tags ?? [],
    favorite: stated.favorite ?? false,
    trashed: stated.trashed ?? false,
    sites: stated.sites ?? [],
    createdAtMs: stated.createdAtMs ?? null,
    updatedAtMs: stated.updatedAtMs ?? null,
    warnings: [...(stated.warnings ?? []), ...read.warnings],
  }
}

function valuesOf(stated: StatedEntry): ReadonlyMap<string, string> {
  const { secret, algorithm, period, counter } = stated
  const digits = Number(textOf(stated.digits)) === 0 ? '' : stated.digits
  const values = Object.entries({ secret, algorithm, digits, period, counter })
  const texts = values.map(([name, value]) => [name, textOf(value).trim()] as const)
  return new Map(texts.filter(([, text]) => text !== '' && text !== 'null'))
}

/** With members as our own backups name them, so that every writer finds what it needs. */
function keep(type: string, stated: StatedEntry, source: Source): UnsupportedEntry {
  const { issuer, label, secret, algorithm, digits, period, counter, pin, note, tags } = stated
  const members = { secret, algo: algorithm, digits, period, counter, pin, note, tags }
  const known = Object.entries(members).filter(([, value]) => value !== undefined && value !== '')
  const title = [issuer, label].filter((part) => part !== '').join(': ')
  const raw = { type, issuer, name: label, ...Object.fromEntries(known), source: { ...source } }
  return { type, title, raw }
}
