import type { LookAlike } from './look-alike'

/** A service that is known by name, and the origins where it asks for codes. */
export interface KnownService {
  readonly name: string
  readonly origins: readonly string[]
}

/** What is known of sites in general: facts of our own, none of them about the user. */
export interface KnownSites {
  /**
   * The further origins where the login of this one asks for codes, never `origin` itself. Not a
   * host of another customer or user, whatever `origin` is.
   */
  readonly hostsFor: (origin: string) => readonly string[]
  /** The service that an issuer names; null when unsure. */
  readonly siteOf: (issuer: string) => KnownService | null
  /** Whether the site wants the code right behind the password, in the same field. */
  readonly appendsCode: (origin: string) => boolean
  /**
   * Whether a login of `boundHost` is one of `host` too, by what their common owner says: Amazon's
   * countries, the sites of a publisher. Host names without port.
   */
  readonly sharesLogin: (host: string, boundHost: string) => boolean
  /**
   * The bound host that `host` may be mistaken for (look-alike.ts): never for the known services
   * themselves, nor where both share a login. Host names without port.
   */
  readonly lookAlikeOf: (host: string, boundHosts: readonly string[]) => LookAlike | null
}

/**
 * Fetches what is known of sites. About 75 kB, and the list of public suffixes besides, so only pages
 * ask for it, and late: scripts that cannot load parts of themselves (background, content script)
 * would carry all of it.
 */
export const loadKnownSites = (): Promise<KnownSites> => import('./known/known-sites')
