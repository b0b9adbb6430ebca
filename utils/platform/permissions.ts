import browser from 'webextension-polyfill'
import { originOfPattern, patternOf } from '@/utils/sites/pattern'

/**
 * Asks the user to let us work on the host of `origin`. Must be called straight from a click:
 * it calls the browser before it returns, awaiting nothing. In Chromium the popup closes when
 * the prompt shows and the promise is never answered; the background hears `onOriginsAdded`.
 * True at once, without a prompt, where it was granted before.
 */
export function requestOrigin(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] })
}

/** Whether the user lets us work on the host of `origin`. */
export function hasOrigin(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin)] })
}

/** Gives the grant for the host of `origin` back. False where there was none. */
export function removeOrigin(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [patternOf(origin)] })
}

/**
 * The granted sites, as origins without port. Grants of more than one host, which only the
 * browser's own settings can give, are left out: we run on sites one by one.
 */
export async function grantedOrigins(): Promise<string[]> {
  return toOrigins(await browser.permissions.getAll())
}

/** Calls `listener` with the origins, without port, of each new grant. Returns how to stop. */
export function onOriginsAdded(listener: (origins: readonly string[]) => void): () => void {
  const heard = (change: Change) => listener(toOrigins(change))
  browser.permissions.onAdded.addListener(heard)
  return () => browser.permissions.onAdded.removeListener(heard)
}

/** Calls `listener` with the origins, without port, of each grant taken back. Returns how to stop. */
export function onOriginsRemoved(listener: (origins: readonly string[]) => void): () => void {
  const heard = (change: Change) => listener(toOrigins(change))
  browser.permissions.onRemoved.addListener(heard)
  return () => browser.permissions.onRemoved.removeListener(heard)
}

interface Change {
  readonly origins?: readonly string[]
}

function toOrigins({ origins = [] }: Change): string[] {
  return origins.map(originOfPattern).filter((origin) => origin !== null)
}
