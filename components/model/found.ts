import type { OtpauthWarning } from '@/utils/otp/otpauth-warning'
import type { OtpAccount } from '@/utils/otp/parameters'
import { classify, type Payload } from '@/utils/qr/classify'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { findDuplicate, findNamesakes } from '@/utils/vault/duplicates'

/** A set-up code on the page, beside what the vault has already. */
export interface FoundAccount {
  readonly kind: 'account'
  readonly account: OtpAccount
  readonly warnings: readonly OtpauthWarning[]
  /** Holds the same secret: there is nothing to save. */
  readonly saved: Account | null
  /** Has the same name and another secret: the site may have given a new one. */
  readonly namesake: Account | null
}

/** What one code on the page says. */
export type Found = FoundAccount | Exclude<Payload, { readonly kind: 'otpauth' }>

/** The signature of `readFound`. */
export type ReadFound = typeof readFound

const order: readonly Found['kind'][] = ['account', 'migration', 'broken', 'link', 'other']

/** What the codes on a page say, set-up codes first. `document` is null while the vault is locked. */
export function readFound(
  payloads: readonly string[],
  document: VaultDocument | null,
): readonly Found[] {
  return payloads
    .map((payload) => readPayload(payload, document))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

function readPayload(text: string, document: VaultDocument | null): Found {
  const payload = classify(text)
  return payload.kind === 'otpauth' ? compare(payload.account, payload.warnings, document) : payload
}

/** A read account beside what the vault has already. */
export function compare(
  account: OtpAccount,
  warnings: readonly OtpauthWarning[],
  document: VaultDocument | null,
): FoundAccount {
  const saved = document && findDuplicate(document, account)
  const namesake = document && !saved ? (findNamesakes(document, account)[0] ?? null) : null
  return { kind: 'account', account, warnings, saved, namesake }
}
