import type { Account, VaultDocument } from '@/utils/vault/document'

/** What an account has that a format may have no place for. `other`: what came along in imports. */
export type Dropped = 'name' | 'note' | 'sites' | 'tags' | 'favorite' | 'recovery' | 'other'

/**
 * Why an account stays out of a format. `kind`: codes that only other apps can make. `unreadable`:
 * readers would make other codes of it, or none.
 */
export type Refused = 'steam' | 'period' | 'digits' | 'too-long' | 'kind' | 'unreadable'

/** An account or an entry that stays out, by its name. */
export interface RefusedAccount {
  readonly issuer: string
  readonly label: string
  readonly why: Refused
}

/** What a file will not hold, to be told before it is written. */
export interface Losses {
  /** How many accounts it will hold. */
  readonly kept: number
  /** In the order of the vault. */
  readonly refused: readonly RefusedAccount[]
  /** How many of the others lose what; nothing that nobody loses. */
  readonly dropped: readonly { readonly what: Dropped; readonly count: number }[]
  /** How many lie in the trash, which only our own files hold. */
  readonly trashed: number
}

/** What a format has no place for. */
export interface Carrier {
  readonly refuses: (account: Account) => Refused | null
  /** Null where the format has a place for the entry. */
  readonly refusesEntry: (entry: UnsupportedEntry) => Refused | null
  readonly drops: readonly Dropped[]
  /** Whether the name of an account reads as another one. */
  readonly bendsName: (account: Account) => boolean
}

/** An entry whose codes only other apps can make, as the vault keeps it. */
export type UnsupportedEntry = VaultDocument['unsupported'][number]

/** The accounts that go into a file of this format. */
export function carried({ accounts }: VaultDocument, { refuses }: Carrier): readonly Account[] {
  return accounts.filter((account) => isLiving(account) && refuses(account) === null)
}

/** The other entries that do. */
export function carriedEntries({ unsupported }: VaultDocument, { refusesEntry }: Carrier) {
  return unsupported.filter((entry) => refusesEntry(entry) === null)
}

/** What a file of this format would not hold of `document`. */
export function lossesOf(document: VaultDocument, carrier: Carrier): Losses {
  const kept = carried(document, carrier)
  const dropped = carrier.drops.concat('name').map((what) => ({
    what,
    count: kept.filter((account) => hasOf[what](account, carrier)).length,
  }))
  return {
    kept: kept.length,
    refused: [...refusedAccounts(document, carrier), ...refusedEntries(document, carrier)],
    dropped: dropped.filter(({ count }) => count > 0),
    trashed: document.accounts.length - document.accounts.filter(isLiving).length,
  }
}

const isLiving = ({ deletedAtMs }: Account) => deletedAtMs === null

/** The members of an account that are told of by themselves, or that no file needs. */
const knownMembers = new Set([
  ...['id', 'issuer', 'label', 'parameters', 'note', 'sites', 'tags', 'favorite'],
  ...['createdAtMs', 'updatedAtMs', 'deletedAtMs', 'enrolment', 'recoveryCodes'],
])

const hasOf: Record<Dropped, (account: Account, carrier: Carrier) => boolean> = {
  name: (account, { bendsName }) => bendsName(account),
  note: ({ note }) => note !== '',
  sites: ({ sites }) => sites.length > 0,
  tags: ({ tags }) => tags.length > 0,
  favorite: ({ favorite }) => favorite,
  recovery: ({ recoveryCodes = [] }) => recoveryCodes.length > 0,
  other: (account) => Object.keys(account).some((member) => !knownMembers.has(member)),
}

function refusedAccounts({ accounts }: VaultDocument, { refuses }: Carrier) {
  return accounts.filter(isLiving).flatMap((account): RefusedAccount[] => {
    const why = refuses(account)
    return why === null ? [] : [{ issuer: account.issuer, label: account.label, why }]
  })
}

function refusedEntries({ unsupported }: VaultDocument, { refusesEntry }: Carrier) {
  return unsupported.flatMap((entry): RefusedAccount[] => {
    const why = refusesEntry(entry)
    const text = (member: string) => (typeof entry[member] === 'string' ? entry[member] : '')
    return why === null ? [] : [{ issuer: text('issuer'), label: text('name'), why }]
  })
}
