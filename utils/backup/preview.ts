import type { Account, Settings, VaultDocument } from '@/utils/vault/document'
import { codeKey, createJudge, twinKey } from '@/utils/vault/duplicates'
import { type AccountSummary, summarize } from '@/utils/vault/summary'
import type { ImportedEntry, ImportProblem, ParsedBackup, UnsupportedEntry } from './parsed-backup'
import { canonical } from './same-json'

/** An entry that a known account stands in the way of. */
export interface Difference {
  readonly entry: ImportedEntry
  /** The account of the same name with another secret, or of the same secret with other codes. */
  readonly existing: AccountSummary
}

/** What restoring a file would bring. Every entry is in one of the first three lists. */
export interface Comparison {
  readonly fresh: readonly ImportedEntry[]
  /** The vault gives these codes already, under whatever name, or the file says it twice. */
  readonly same: readonly ImportedEntry[]
  readonly differing: readonly Difference[]
  readonly unsupported: readonly UnsupportedEntry[]
  readonly problems: readonly ImportProblem[]
  /** What is set in the file. Null where it counts for nothing: the vault has its own settings. */
  readonly settings: Settings | null
  readonly extra: Readonly<Record<string, unknown>>
}

type Verdict = 'fresh' | 'same' | Difference

/** Judges one entry after the other against what the vault holds and the file said before. */
function judge(document: VaultDocument) {
  const standingOf = createJudge(document)
  const seen = new Set<string>()
  return (entry: ImportedEntry): Verdict => {
    const twin = twinKey(entry)
    if (seen.has(twin)) return 'same'
    seen.add(twin)
    const standing = standingOf(entry)
    if (standing.kind !== 'differing') return standing.kind
    const { account } = standing
    const sameCodes = codeKey(entry.parameters) === codeKey(account.parameters)
    return entry.deletedAtMs !== null && !sameCodes ? 'fresh' : difference(entry, account)
  }
}

function difference(entry: ImportedEntry, existing: Account): Difference {
  return { entry, existing: summarize(existing) }
}

/**
 * Holds a parsed file against the open document; the lists keep the order of the file. Accounts in
 * the trash stand in nobody's way, and of an entry that the file holds twice the one outside its
 * trash counts.
 */
export function compare(parsed: ParsedBackup, document: VaultDocument): Comparison {
  const verdicts = judgeAll(parsed.entries, document)
  return {
    fresh: parsed.entries.filter((entry) => verdicts.get(entry) === 'fresh'),
    same: parsed.entries.filter((entry) => verdicts.get(entry) === 'same'),
    differing: parsed.entries.flatMap((entry) => {
      const verdict = verdicts.get(entry)
      return typeof verdict === 'object' ? [verdict] : []
    }),
    unsupported: notYetIn(document, parsed.unsupported),
    problems: parsed.problems,
    settings: document.accounts.length === 0 ? parsed.settings : null,
    extra: Object.fromEntries(
      Object.entries(parsed.extra).filter(([key]) => !Object.hasOwn(document, key)),
    ),
  }
}

function judgeAll(
  entries: readonly ImportedEntry[],
  document: VaultDocument,
): Map<ImportedEntry, Verdict> {
  const judged = judge(document)
  const inTrash = ({ deletedAtMs, trashed }: ImportedEntry) => deletedAtMs !== null || trashed
  const liveFirst = [...entries.filter((entry) => !inTrash(entry)), ...entries.filter(inTrash)]
  return new Map(liveFirst.map((entry) => [entry, judged(entry)]))
}

function notYetIn({ unsupported }: VaultDocument, found: readonly UnsupportedEntry[]) {
  const known = new Set(unsupported.map(canonical))
  const nameless = new Set(unsupported.map(({ id: _, ...kept }) => canonical(kept)))
  return found.filter(({ raw }) => {
    const isKnown = raw['id'] === undefined ? nameless : known
    return !isKnown.has(canonical(raw))
  })
}
