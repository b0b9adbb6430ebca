import {
  addCode,
  emptySeries,
  isWhole,
  type MigrationSeries,
} from '@/utils/backup/migration-series'
import { AppError, type ErrorCode, type ErrorDetail } from '@/utils/errors/app-error'
import { classify } from '@/utils/qr/classify'
import type { Reading } from '@/utils/qr/decode'
import { readPayload } from '../read-payload'

/** What there is to say of the last code that is no account. */
export type Told =
  /** Shown as text, never opened. */
  | { readonly kind: 'link'; readonly url: string }
  /** It is meant for two-factor codes, and cannot be used. */
  | { readonly kind: 'broken'; readonly code: ErrorCode; readonly detail: ErrorDetail }
  /** A network, a ticket, plain text. */
  | { readonly kind: 'other' }
  /** One of several codes that make up a text together. */
  | { readonly kind: 'part' }

/** What the camera has seen so far. */
export interface Seen {
  /** Set-up codes, as they stand. */
  readonly accounts: readonly string[]
  /** Codes of an export, which come one after the other. */
  readonly series: MigrationSeries
  /** Null where the last look is nothing to tell of. */
  readonly told: Told | null
  /** Looks in a row that found no code at all. */
  readonly emptyLooks: number
}

/** Before the first look. */
export const nothingSeen: Seen = { accounts: [], series: emptySeries, told: null, emptyLooks: 0 }

/** About ten seconds. */
const patientLooks = 40

/** What is known after one more look. */
export function withReading(seen: Seen, { payloads, hasPart }: Reading): Seen {
  if (payloads.length === 0 && !hasPart) return { ...seen, emptyLooks: seen.emptyLooks + 1 }
  const told = payloads.length === 0 ? ({ kind: 'part' } as const) : null
  return payloads.reduce<Seen>(withPayload, { ...seen, told, emptyLooks: 0 })
}

/** Everything is there that belongs together: the camera has done its work. */
export function isComplete({ accounts, series }: Seen): boolean {
  return accounts.length + series.codes.length > 0 && isWhole(series)
}

/** Nothing was seen for so long that a hint may help. */
export function isInVain({ emptyLooks }: Seen): boolean {
  return emptyLooks >= patientLooks
}

/** What was seen, as the text of a file that says the same. */
export function textOfSeen({ accounts, series }: Seen): string {
  return [...accounts, ...series.codes.map(({ uri }) => uri)].join('\n')
}

function withPayload(seen: Seen, payload: string): Seen {
  try {
    if (/^\s*otpauth-migration:/i.test(payload)) {
      return { ...seen, series: addCode(seen.series, payload) }
    }
    readPayload(payload)
    const uri = payload.trim()
    return seen.accounts.includes(uri) ? seen : { ...seen, accounts: [...seen.accounts, uri] }
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure
    return { ...seen, told: toldOf(payload, failure) }
  }
}

function toldOf(payload: string, { code, detail }: AppError): Told {
  const read = classify(payload)
  if (read.kind === 'link') return { kind: 'link', url: read.url }
  return read.kind === 'other' ? { kind: 'other' } : { kind: 'broken', code, detail }
}
