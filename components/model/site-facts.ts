import type { RegistrableDomain } from '@/utils/sites/domain'
import type { KnownSites } from '@/utils/sites/known'
import type { Relation, Widening } from '@/utils/sites/widening'

/** What can be said of sites without asking anybody: large, and fetched when it is wanted. */
export interface SiteFacts extends KnownSites {
  readonly registrableDomain: RegistrableDomain
  /** How a page lies to one of the origins that an account is bound to. */
  readonly relationTo: (origin: string, bound: readonly string[]) => Relation | null
  /** What an account bound to `origin` may be widened to, each by a click of its own. */
  readonly wideningsOf: (origin: string) => readonly Widening[]
}

/** Fetches them. */
export type LoadSiteFacts = () => Promise<SiteFacts>
