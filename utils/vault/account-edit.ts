import type { OtpParameters } from '@/utils/otp/parameters'
import { editAccount } from './accounts'
import type { Site, VaultDocument } from './document'

/** What a form shows of an account. */
export interface AccountFace {
  readonly issuer: string
  readonly label: string
  readonly parameters: OtpParameters
  readonly sites: readonly Site[]
}

/** An edit: what the form was opened with, and what stood in it when it was saved. */
export interface AccountEdit {
  readonly before: AccountFace
  readonly after: AccountFace
}

/**
 * Writes what people changed in a form and nothing else: a counter that moved on while it was open,
 * or a site bound meanwhile, stays. Throws `account-missing`.
 */
export function applyEdit(
  document: VaultDocument,
  id: string,
  { before, after }: AccountEdit,
  nowMs: number,
): VaultDocument {
  return editAccount(document, id, (account) => ({
    ...account,
    issuer: after.issuer === before.issuer ? account.issuer : after.issuer,
    label: after.label === before.label ? account.label : after.label,
    parameters: mergeParameters(account.parameters, before.parameters, after.parameters),
    sites: mergeSites(account.sites, before.sites, after.sites),
    updatedAtMs: nowMs,
  }))
}

/** Another type is another set of members: then the form counts whole, if it was touched. */
function mergeParameters(
  now: OtpParameters,
  before: OtpParameters,
  after: OtpParameters,
): OtpParameters {
  const changes = changedMembers(before, after)
  if (Object.keys(changes).length === 0) return now
  const sameMembers = now.type === before.type && now.type === after.type
  // Of one type all three, so that what is merged is whole.
  return sameMembers ? ({ ...now, ...changes } as OtpParameters) : after
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
    .map((site) => stateOf(put, site.origin) ?? site)
  return [...kept, ...put.filter(({ origin }) => stateOf(now, origin) === undefined)]
}

function changedMembers<T extends object>(before: T, after: T): Partial<T> {
  const was = new Map<string, unknown>(Object.entries(before))
  const changed = Object.entries(after).filter(([name, value]) => was.get(name) !== value)
  return Object.fromEntries(changed) as Partial<T>
}
