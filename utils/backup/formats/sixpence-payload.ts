import * as v from 'valibot'
import { AppError } from '@/utils/errors/app-error'
import { settingsSchema, type VaultDocument } from '@/utils/vault/document'
import { maxEntries } from '../import-file'
import type { ImportedEntry, ImportProblem, ParsedBackup, UnsupportedEntry } from '../parsed-backup'
import { fromEntry, knownTypes, toEntry } from './sixpence-entry'

const payloadSchema = v.looseObject({
  schema: v.literal(1),
  entries: v.array(v.unknown()),
})
const newerPayload = v.looseObject({ schema: v.pipe(v.number(), v.minValue(2)) })
const rawEntry = v.looseObject({ type: v.string() })

/** Members of document and payload that have a meaning here. */
const known = ['schema', 'accounts', 'entries', 'unsupported', 'settings']
/** Members that speak of the one vault they stand in: they mean nothing in another. */
const own = ['savedAtMs', 'mishap', 'passkeys']
/** All others are carried along. */
const notCarried = new Set([...known, ...own])

function unknownMembers(object: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !notCarried.has(key)))
}

/** Payload schema 1: everything a vault holds, in the clear. */
export function toPayload(document: VaultDocument): Record<string, unknown> {
  return {
    schema: 1,
    entries: [...document.accounts.map(toEntry), ...document.unsupported],
    settings: document.settings,
    ...unknownMembers(document),
  }
}

/** What a payload holds. Throws `file-damaged`, `file-newer`, `file-too-large`. */
export function fromPayload(payload: unknown): ParsedBackup {
  const parsed = v.safeParse(payloadSchema, payload)
  if (!parsed.success) {
    throw new AppError(v.is(newerPayload, payload) ? 'file-newer' : 'file-damaged')
  }
  if (parsed.output.entries.length > maxEntries) throw new AppError('file-too-large')
  const entries: ImportedEntry[] = []
  const unsupported: UnsupportedEntry[] = []
  const problems: ImportProblem[] = []
  for (const [index, raw] of parsed.output.entries.entries()) {
    const read = readEntry(raw, index + 1)
    if ('parameters' in read) entries.push(read)
    else if ('raw' in read) unsupported.push(read)
    else problems.push(read)
  }
  const settings = v.safeParse(settingsSchema, parsed.output['settings'])
  return {
    entries,
    unsupported,
    problems,
    settings: settings.success ? settings.output : null,
    extra: unknownMembers(parsed.output),
  }
}

function readEntry(
  raw: unknown,
  position: number,
): ImportedEntry | UnsupportedEntry | ImportProblem {
  const outline = v.safeParse(rawEntry, raw)
  if (!outline.success) return { position, title: '', code: 'file-damaged', detail: {} }
  const { type, ...rest } = outline.output
  const title = titleOf(rest)
  if (!knownTypes.includes(type)) return { type, title, raw: outline.output }
  try {
    return fromEntry(raw)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { position, title, code: error.code, detail: error.detail }
  }
}

function titleOf({ issuer, name }: Readonly<Record<string, unknown>>): string {
  const isName = (part: unknown) => typeof part === 'string' && part !== ''
  return [issuer, name].filter(isName).join(': ')
}
