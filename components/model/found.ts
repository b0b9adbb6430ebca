import type { OtpauthWarning } from '@/utils/otp/otpauth-warning'
import type { OtpAccount } from '@/utils/otp/parameters'
import { classify, type Payload } from '@/utils/qr/classify'
import type { Reading } from '@/utils/qr/decode'
import { type Account, emptyDocument, type VaultDocument } from '@/utils/vault/document'
import { createJudge, twinKey } from '@/utils/vault/duplicates'

/** A set-up code on the page, beside what the vault has already. */
export interface FoundAccount {
  readonly kind: 'account'
  readonly account: OtpAccount
  readonly warnings: readonly OtpauthWarning[]
  /** Gives the same codes: there is nothing to save. */
  readonly saved: Account | null
  /** The same secret with other settings, or the same name with another secret. */
  readonly rival: Account | null
}

/** What the page shows of setting accounts up: its codes and links, and its text. */
export interface PageReading extends Reading {
  /** Keys that stand there as text; upper case base32. */
  readonly keys: readonly string[]
  /** A picture was pointed out there, and nothing could be read in it. */
  readonly hasMissed: boolean
}

/** What one code on the page says. */
export type Found =
  | FoundAccount
  | Exclude<Payload, { readonly kind: 'otpauth' | 'migration' }>
  /** All codes of exports that are there. */
  | { readonly kind: 'migration'; readonly uris: readonly string[] }
  /** One of several codes that make up a text together. */
  | { readonly kind: 'part' }
  /** A key as text, of which nothing but the words around tell that it is one. */
  | { readonly kind: 'key'; readonly secretBase32: string }
  /** Nothing could be read in the picture that was pointed out. */
  | { readonly kind: 'missed' }
  /** It is partly out of view. */
  | { readonly kind: 'cut' }

/** The signature of `readFound`. */
export type ReadFound = typeof readFound

const order: readonly Found['kind'][] = [
  'missed',
  'account',
  // All of the code tells more than its key.
  'cut',
  'key',
  'migration',
  'broken',
  'part',
  'link',
  'other',
]

/** What the codes on a page say, set-up codes first. `document` is null while the vault is locked. */
export function readFound(
  { payloads, keys, hasMissed, hasPart, hasCut }: PageReading,
  document: VaultDocument | null,
): readonly Found[] {
  const payloadsRead = payloads.map(classify)
  const accounts = payloadsRead.filter((payload) => payload.kind === 'otpauth')
  const exported = payloadsRead.filter((payload) => payload.kind === 'migration')
  const others = payloadsRead.filter(
    (payload) => payload.kind !== 'otpauth' && payload.kind !== 'migration',
  )
  const exports: readonly Found[] =
    exported.length > 0 ? [{ kind: 'migration', uris: exported.map(({ uri }) => uri) }] : []
  const hints: readonly Found[] = [
    ...(hasMissed ? [{ kind: 'missed' } as const] : []),
    ...(hasPart ? [{ kind: 'part' } as const] : []),
    ...(hasCut ? [{ kind: 'cut' } as const] : []),
  ]
  const found = judgeAll(accounts, document)
  return [...found, ...keysBeside(found, keys, document), ...exports, ...others, ...hints].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  )
}

/** A key that a code says too, or that is saved, is nothing to offer. */
function keysBeside(
  found: readonly FoundAccount[],
  keys: readonly string[],
  document: VaultDocument | null,
): readonly Found[] {
  const known = [...found.map(({ account }) => account), ...(document?.accounts ?? [])]
  const secrets = new Set(known.map(({ parameters }) => parameters.secretBase32))
  return keys
    .filter((key) => !secrets.has(key))
    .map((secretBase32) => ({ kind: 'key', secretBase32 }))
}

/** What a line or a code tells of an account. */
interface ReadAccount {
  readonly account: OtpAccount
  readonly warnings: readonly OtpauthWarning[]
}

/** Read accounts beside what the vault has already; one that is told twice counts once. */
export function judgeAll(
  read: readonly ReadAccount[],
  document: VaultDocument | null,
): readonly FoundAccount[] {
  const standingOf = createJudge(document ?? emptyDocument)
  // The first: what came after it may be shown already.
  const once = new Map(read.toReversed().map((each) => [twinKey(each.account), each]))
  return [...once.values()].toReversed().map(({ account, warnings }) => {
    const standing = standingOf(account)
    return {
      kind: 'account',
      account,
      warnings,
      saved: standing.kind === 'same' ? standing.account : null,
      rival: standing.kind === 'differing' ? standing.account : null,
    }
  })
}
