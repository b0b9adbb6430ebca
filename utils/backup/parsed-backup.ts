import type { ErrorCode, ErrorDetail } from '@/utils/errors/app-error'
import type { OtpauthWarning } from '@/utils/otp/otpauth-warning'
import type { OtpAccount } from '@/utils/otp/parameters'
import type { Enrolment, Settings, Site } from '@/utils/vault/document'
import type { RecoveryCode } from '@/utils/vault/recovery-code'

/** Something odd about an entry that can be read all the same. Never holds a secret. */
export type ImportWarning =
  | OtpauthWarning
  /** A site that no code may ever go to was left out. Detail {site}. */
  | { readonly code: 'site-refused'; readonly detail: ErrorDetail }
  /** The file has other digits or another period than its app computed with. Detail {digits, period}. */
  | { readonly code: 'settings-unused'; readonly detail: ErrorDetail }

/** An account as a file tells it; what the file does not say is null or empty. */
export interface ImportedEntry extends OtpAccount {
  readonly id: string | null
  readonly note: string
  readonly sites: readonly Site[]
  readonly tags: readonly string[]
  readonly favorite: boolean
  readonly createdAtMs: number | null
  readonly updatedAtMs: number | null
  readonly deletedAtMs: number | null
  /** How far its set-up came, where the file tells: only ours do. */
  readonly enrolment?: Enrolment | undefined
  readonly recoveryCodes: readonly RecoveryCode[]
  /** It lay in another app's trash: it stays out unless it is asked for. */
  readonly trashed: boolean
  /** Members that this version does not know, kept to be written back. */
  readonly x: Readonly<Record<string, unknown>>
  /** Oddities to show before saving. */
  readonly warnings: readonly ImportWarning[]
}

/** An entry of a kind that this version cannot use: kept verbatim, shown by its title. */
export interface UnsupportedEntry {
  readonly type: string
  /** For people. May be empty. */
  readonly title: string
  readonly raw: Readonly<Record<string, unknown>>
}

/** An entry that cannot be read, and why. Never holds a secret. */
export interface ImportProblem {
  /** Which entry or line of the file, counted from 1. */
  readonly position: number
  /** For people. May be empty. */
  readonly title: string
  readonly code: ErrorCode
  readonly detail: ErrorDetail
}

/** What a file holds: every entry of it is in one of the three lists, none is skipped. */
export interface ParsedBackup {
  readonly entries: readonly ImportedEntry[]
  readonly unsupported: readonly UnsupportedEntry[]
  readonly problems: readonly ImportProblem[]
  /** Null where the file has none, or none that hold. */
  readonly settings: Settings | null
  /** Members beside the entries that this version does not know, kept to be written back. */
  readonly extra: Readonly<Record<string, unknown>>
}

/** What an entry has beyond its codes when the file says nothing. */
export const bareEntry = {
  id: null,
  note: '',
  sites: [],
  tags: [],
  favorite: false,
  createdAtMs: null,
  updatedAtMs: null,
  deletedAtMs: null,
  recoveryCodes: [],
  trashed: false,
  x: {},
  warnings: [],
} satisfies Omit<ImportedEntry, keyof OtpAccount>
