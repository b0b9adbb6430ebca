import type { Account } from './document'

/** Whether the site has taken no code of it yet, as far as we know: see [Note: Enrolment]. */
export function isUnconfirmed({ enrolment, deletedAtMs }: Account): boolean {
  return deletedAtMs === null && enrolment !== undefined && enrolment.confirmedAtMs === undefined
}
