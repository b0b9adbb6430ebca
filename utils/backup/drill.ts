import type { OtpAccount } from '@/utils/otp/parameters'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { codeKey } from '@/utils/vault/duplicates'
import type { ImportedEntry, ParsedBackup } from './parsed-backup'
import { sameJson } from './same-json'

/** An account, for people. */
export type Named = Pick<OtpAccount, 'issuer' | 'label'>

/** An account that a file would bring back, but not as it is. */
export interface Changed extends Named {
  /**
   * `counter`: the file is behind, codes that were used come again. `details`: name, note, sites,
   * tags, star, recovery codes or whether it is in the trash.
   */
  readonly what: 'counter' | 'details'
}

/** What a backup would bring back, held against the vault. Nothing is written. */
export interface Drill {
  /** How many accounts the vault has, those in the trash too. */
  readonly total: number
  /** How many of them the file brings back with the same codes. */
  readonly restored: number
  /** The others. */
  readonly missing: readonly Named[]
  readonly changed: readonly Changed[]
  /** What the file has and the vault has not, or not any more. */
  readonly extra: readonly Named[]
  /** Entries whose codes only other apps can make: in the vault, and of them in the file. */
  readonly unsupported: { readonly total: number; readonly restored: number }
  /** How many entries of the file cannot be read. */
  readonly problems: number
  /** The file brings back everything as it is. */
  readonly isEqual: boolean
}

/**
 * Rehearses a restore: which accounts of `document` the file would bring back. What the vault
 * learned of sites by itself counts for nothing, nor do the moments of changes.
 */
export function drill(parsed: ParsedBackup, document: VaultDocument): Drill {
  const pairs = pairUp(parsed.entries, document.accounts)
  const used = new Set(pairs.map(({ entry }) => entry))
  const missing = pairs.filter(({ entry }) => entry === null).map(({ account }) => account)
  const changed = pairs.flatMap(({ account, entry }) => (entry ? differences(account, entry) : []))
  const extra = parsed.entries.filter((entry) => !used.has(entry))
  const unsupported = keptEntries(parsed, document)
  const problems = parsed.problems.length
  const odd = missing.length + changed.length + extra.length + problems
  return {
    total: pairs.length,
    restored: pairs.length - missing.length,
    missing: missing.map(named),
    changed,
    extra: extra.map(named),
    unsupported,
    problems,
    isEqual: odd === 0 && unsupported.restored === unsupported.total,
  }
}

interface Pair {
  readonly account: Account
  readonly entry: ImportedEntry | null
}

/** By codes: first those of the same id, then of the same name, then any; each entry once. */
function pairUp(entries: readonly ImportedEntry[], accounts: readonly Account[]): readonly Pair[] {
  const open = new Set(entries)
  const found = new Map<Account, ImportedEntry>()
  const keysOf = [
    ({ id, parameters }: Account | ImportedEntry) => [codeKey(parameters), id],
    (from: Account | ImportedEntry) => [codeKey(from.parameters), named(from)],
    ({ parameters }: Account | ImportedEntry) => [codeKey(parameters)],
  ]
  for (const keyOf of keysOf) {
    const waiting = groupBy(open, keyOf)
    for (const account of accounts) {
      const entry = found.has(account) ? undefined : waiting(account)
      if (entry === undefined) continue
      found.set(account, entry)
      open.delete(entry)
    }
  }
  return accounts.map((account) => ({ account, entry: found.get(account) ?? null }))
}

/** Gives out the entries with the key of an account, one after the other. */
function groupBy(
  entries: Iterable<ImportedEntry>,
  keyOf: (from: Account | ImportedEntry) => unknown,
): (account: Account) => ImportedEntry | undefined {
  const groups = new Map<string, ImportedEntry[]>()
  for (const entry of entries) {
    const key = JSON.stringify(keyOf(entry))
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return (account) => groups.get(JSON.stringify(keyOf(account)))?.shift()
}

function differences(account: Account, entry: ImportedEntry): readonly Changed[] {
  const isBehind = counterOf(entry) < counterOf(account)
  const isOther = !sameJson(details(entry), details(account))
  return [
    ...(isBehind ? [{ ...named(account), what: 'counter' as const }] : []),
    ...(isOther ? [{ ...named(account), what: 'details' as const }] : []),
  ]
}

function counterOf({ parameters }: Pick<OtpAccount, 'parameters'>): number {
  return parameters.type === 'hotp' ? parameters.counter : 0
}

/** What people put in. */
function details(from: Account | ImportedEntry) {
  const { note, tags, favorite, sites, deletedAtMs, recoveryCodes = [] } = from
  const bound = sites.map(({ origin, match, fill, submit = false }) => ({
    ...{ origin, match, fill, submit },
  }))
  const isTrashed = deletedAtMs !== null
  return { ...named(from), note, tags, favorite, sites: bound, isTrashed, recoveryCodes }
}

function named({ issuer, label }: Named): Named {
  return { issuer, label }
}

function keptEntries({ unsupported }: ParsedBackup, document: VaultDocument) {
  const isThere = (kept: object) => unsupported.some(({ raw }) => sameJson(raw, kept))
  return {
    total: document.unsupported.length,
    restored: document.unsupported.filter(isThere).length,
  }
}
