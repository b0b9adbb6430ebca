import type { OtpParameters } from '@/utils/otp/parameters'
import { accountById, editAccount } from './accounts'
import type { Site, VaultDocument } from './document'
import { type Replacing, replaceSecret } from './replace-secret'

type WithoutSecret<P> = P extends OtpParameters ? Omit<P, 'secretBase32'> : never

/** How codes are made of a secret, without it. */
export type CodeSettings = WithoutSecret<OtpParameters>

/** What a form shows of an account: all but its secret. */
export interface AccountFace {
  readonly issuer: string
  readonly label: string
  readonly settings: CodeSettings
  readonly sites: readonly Site[]
}

/** An edit: what the form was opened with, and what stood in it when it was saved. */
export interface AccountEdit {
  readonly before: AccountFace
  readonly after: AccountFace
  /** A secret that was typed to take the place of the one there is; null: that one stays. */
  readonly secretBase32: string | null
}

/**
 * Writes what people changed in a form and nothing else: a counter that moved on while it was open,
 * or a site bound meanwhile, stays. An account that gets another secret leaves what it was in the
 * trash. Throws `account-missing`.
 */
export function applyEdit(
  document: VaultDocument,
  id: string,
  { before, after, secretBase32 }: AccountEdit,
  replacing: Replacing,
): VaultDocument {
  const { parameters } = accountById(document, id)
  const merged = mergeSettings(parameters, before.settings, after.settings)
  const withSecret =
    secretBase32 === null
      ? editAccount(document, id, (account) => ({ ...account, parameters: merged }))
      : replaceSecret(document, id, { ...merged, secretBase32 }, replacing)
  return editAccount(withSecret, id, (account) => ({
    ...account,
    issuer: after.issuer === before.issuer ? account.issuer : after.issuer,
    label: after.label === before.label ? account.label : after.label,
    sites: mergeSites(account.sites, before.sites, after.sites),
    updatedAtMs: replacing.nowMs,
  }))
}

/** Another type is another set of members: then the form counts whole, if it was touched. */
function mergeSettings(
  now: OtpParameters,
  before: CodeSettings,
  after: CodeSettings,
): OtpParameters {
  const changes = changedMembers(before, after)
  if (Object.keys(changes).length === 0) return now
  const sameMembers = now.type === before.type && now.type === after.type
  // Of one type all three, so that what is merged is whole.
  if (sameMembers) return { ...now, ...changes } as OtpParameters
  return { ...after, secretBase32: now.secretBase32 }
}

function mergeSites(now: readonly Site[], before: readonly Site[], after: readonly Site[]): Site[] {
  const stateOf = (sites: readonly Site[], origin: string) =>
    sites.find((site) => site.origin === origin)
  const removed = before.filter(({ origin }) => stateOf(after, origin) === undefined)
  const put = after.filter((site) => {
    const was = stateOf(before, site.origin)
    return was === undefined || Object.keys(changedMembers(was, site)).length > 0
  })
  const kept = now
    .filter(({ origin }) => stateOf(removed, origin) === undefined)
    .map((site) => ({ ...site, ...stateOf(put, site.origin) }))
  return [...kept, ...put.filter(({ origin }) => stateOf(now, origin) === undefined)]
}

function changedMembers<T extends object>(before: T, after: T): Partial<T> {
  const was = new Map<string, unknown>(Object.entries(before))
  // By what they say: a form that comes back from a draft has copies.
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(was.get(name)) !== JSON.stringify(value),
  )
  return Object.fromEntries(changed) as Partial<T>
}
