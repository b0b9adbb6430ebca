import { type AccountFormValues, toFormValues } from '@/components/account/form-values'
import type { FoundAccount } from '@/components/model/found'
import type { OtpAccount } from '@/utils/otp/parameters'
import type { AccountDraft, AccountStep } from '@/utils/vault/account-draft'
import { newAccount } from '@/utils/vault/accounts'
import type { Site } from '@/utils/vault/document'
import { beginEnrolment } from '@/utils/vault/enrolment'

/** What the user decided about a found account, and what a new one needs. */
export interface Review {
  /** For the new account, or for what goes to the trash. */
  readonly id: string
  readonly nowMs: number
  /** Where its codes may go, and when they are filled there. */
  readonly sites: readonly Site[]
  /** Whether it takes the place of the one that is saved. */
  readonly replace: boolean
  /** The origin of the set-up page that it came off; null for none where codes may go. */
  readonly origin: string | null
}

/** What saving would do to the vault. */
export function reviewedDraft(found: FoundAccount, review: Review): AccountStep {
  const { replace } = review
  const { account, rival } = found
  const sites = [...review.sites]
  if (replace && rival !== null) {
    const { parameters } = account
    return { kind: 'replace', accountId: rival.id, parameters, trashedId: review.id, sites }
  }
  return { kind: 'add', account: newAccount(account, { ...birth(review), sites }) }
}

/** What saving several would do, none of which came off a set-up page. */
export function reviewedDrafts(
  found: readonly FoundAccount[],
  review: Pick<Review, 'nowMs' | 'sites'> & {
    /** For each of `found`. */
    readonly ids: readonly string[]
    readonly replacing: ReadonlySet<OtpAccount>
  },
): AccountDraft | null {
  const { ids, nowMs, sites, replacing } = review
  const steps = found.map((each, index) => {
    const replace = replacing.has(each.account)
    const known = replace ? (each.rival?.sites ?? []) : []
    const isNew = ({ origin }: Site) => known.every((site) => site.origin !== origin)
    const id = ids[index] ?? ''
    return reviewedDraft(each, { id, nowMs, sites: sites.filter(isNew), replace, origin: null })
  })
  return steps.length === 0 ? null : { kind: 'several', steps }
}

/** A found account that was edited before it is saved. */
export interface EditedReview {
  /** For the new account, or for what goes to the trash. */
  readonly id: string
  readonly nowMs: number
  /** The id of the account whose secret it takes the place of. */
  readonly replaces: string | null
  /** The origin of the set-up page that it came off; null for none where codes may go. */
  readonly origin: string | null
}

/** What saving a found account as edited would do to the vault. */
export function editedDraft(
  { account, sites }: { readonly account: OtpAccount; readonly sites: Site[] },
  review: EditedReview,
): AccountDraft {
  const { id, replaces } = review
  if (replaces === null) {
    return { kind: 'add', account: newAccount(account, { ...birth(review), sites }) }
  }
  const { issuer, label, parameters } = account
  const edited = { issuer, label, sites }
  return { kind: 'replace', accountId: replaces, parameters, trashedId: id, sites: [], edited }
}

/** What is new of a new account: off a set-up page it is unconfirmed, see [Note: Enrolment]. */
function birth({ id, nowMs, origin }: Omit<EditedReview, 'replaces'>) {
  return origin === null ? { id, nowMs } : { id, nowMs, enrolment: beginEnrolment(origin, nowMs) }
}

/** The form as it opens on a found account: for a replacement, what is saved with the new secret. */
export function reviewedValues(
  { account, rival }: FoundAccount,
  { sites, replace }: Pick<Review, 'sites' | 'replace'>,
): AccountFormValues {
  if (!replace || rival === null) return toFormValues(account, sites)
  const { issuer, label } = rival
  const others = rival.sites.filter(({ origin }) => sites.every((site) => site.origin !== origin))
  return toFormValues({ ...account, issuer, label }, [...others, ...sites])
}
