import { bindSites } from '@/utils/vault/account-sites'
import type { Account, Settings, VaultDocument } from '@/utils/vault/document'
import { codeKey } from '@/utils/vault/duplicates'
import { mergeCodes, type RecoveryCode } from '@/utils/vault/recovery-code'
import { replaceSecret } from '@/utils/vault/replace-secret'
import type { ImportedEntry, UnsupportedEntry } from './parsed-backup'
import type { Difference } from './preview'
import { sameJson } from './same-json'
import { toAccount } from './to-account'

/** What the user wants of a comparison. */
export interface Chosen {
  /** To be added beside what is there. */
  readonly entries: readonly ImportedEntry[]
  /** Whose parameters an account that is there gets; what it was goes to the trash. */
  readonly replacements: readonly Difference[]
  readonly unsupported: readonly UnsupportedEntry[]
  /** For a vault that still has no accounts. */
  readonly settings: Settings | null
  readonly extra: Readonly<Record<string, unknown>>
  /** Whose codes are there already: what they have of recovery codes is added to those there. */
  readonly recovery?: readonly ImportedEntry[]
}

/**
 * `document` with what was chosen, for `Vault.change`. Ids of the file stay where they are free,
 * others come from `newId`; an account that waits in the trash is taken out instead of doubled; one
 * that another window added meanwhile is not added again. A vault with accounts keeps its settings;
 * every vault keeps the correction of its computer's clock.
 */
export function apply(
  document: VaultDocument,
  chosen: Chosen,
  nowMs: number,
  newId: () => string,
): VaultDocument {
  const cleared = chosen.replacements.reduce(
    (edited, replacement) => giveWay(edited, replacement, nowMs, newId),
    document,
  )
  const added = [...chosen.replacements.map(({ entry }) => entry), ...chosen.entries]
  return {
    ...withoutClashes(chosen.extra, cleared),
    ...cleared,
    settings: settingsOf(document, chosen),
    accounts: mergeRecovery(addEntries(cleared.accounts, added, nowMs, newId), [
      ...(chosen.recovery ?? []),
      ...added,
    ]),
    unsupported: addUnsupported(cleared, chosen.unsupported, newId),
  }
}

/** A vault with accounts has an owner, who set it as it is. */
function settingsOf({ accounts, settings }: VaultDocument, chosen: Chosen): Settings {
  if (accounts.length > 0 || chosen.settings === null) return settings
  // The correction belongs to the computer whose clock was compared, not to the accounts.
  const { clockCorrectionMs: _elsewhere, ...brought } = chosen.settings
  return { ...settings, ...brought }
}

/** An account that went away meanwhile is added: what was chosen comes in, one way or the other. */
function giveWay(
  document: VaultDocument,
  { entry, existing }: Difference,
  nowMs: number,
  newId: () => string,
): VaultDocument {
  if (!document.accounts.some(({ id }) => id === existing.id)) return document
  const replacing = { trashedId: newId(), nowMs }
  const replaced = replaceSecret(document, existing.id, entry.parameters, replacing)
  return bindSites(replaced, existing.id, entry.sites, nowMs)
}

function addEntries(
  accounts: readonly Account[],
  entries: readonly ImportedEntry[],
  nowMs: number,
  newId: () => string,
): Account[] {
  const result = [...accounts]
  const ids = new Set(accounts.map(({ id }) => id))
  const places = placesOf(accounts)
  for (const entry of entries) {
    const key = codeKey(entry.parameters)
    const at = places.get(key)
    const known = at === undefined ? undefined : result[at]
    if (at !== undefined && known !== undefined) {
      if (known.deletedAtMs === null) continue
      const { recoveryCodes: _, ...restored } = toAccount(entry, known.id, nowMs)
      const { recoveryCodes } = known
      result[at] = recoveryCodes ? { ...restored, recoveryCodes } : restored
      places.delete(key)
      continue
    }
    const id = entry.id === null || ids.has(entry.id) ? newId() : entry.id
    ids.add(id)
    result.push(toAccount(entry, id, nowMs))
  }
  return result
}

/** Accounts that are there keep their recovery codes and get those of the file, used ones as such. */
function mergeRecovery(accounts: readonly Account[], entries: readonly ImportedEntry[]): Account[] {
  const result = [...accounts]
  const places = placesOf(accounts)
  for (const { parameters, recoveryCodes } of entries) {
    const at = places.get(codeKey(parameters))
    const known = at === undefined ? undefined : result[at]
    if (at !== undefined && known !== undefined) result[at] = withCodes(known, recoveryCodes)
  }
  return result
}

/** `account` with more recovery codes; itself where that changes nothing. */
function withCodes(account: Account, others: readonly RecoveryCode[]): Account {
  if (others.length === 0) return account
  const merged = mergeCodes(account.recoveryCodes ?? [], others)
  return sameJson(merged, account.recoveryCodes)
    ? account
    : { ...account, recoveryCodes: [...merged] }
}

/** Where the account that gives some codes stands; one outside the trash before one in it. */
function placesOf(accounts: readonly Account[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [at, { parameters, deletedAtMs }] of accounts.entries()) {
    const key = codeKey(parameters)
    if (deletedAtMs === null || !places.has(key)) places.set(key, at)
  }
  return places
}

function addUnsupported(
  { unsupported }: VaultDocument,
  chosen: readonly UnsupportedEntry[],
  newId: () => string,
): VaultDocument['unsupported'] {
  const ids = new Set(unsupported.map(({ id }) => id))
  const added = chosen.map(({ raw }) => {
    const { id: stated } = raw
    const id = typeof stated === 'string' && !ids.has(stated) ? stated : newId()
    ids.add(id)
    return { ...raw, id }
  })
  return [...unsupported, ...added]
}

function withoutClashes(
  extra: Readonly<Record<string, unknown>>,
  document: VaultDocument,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(extra).filter(([key]) => !Object.hasOwn(document, key)))
}
