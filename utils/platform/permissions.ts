import browser from 'webextension-polyfill'
import { fillPatterns, originOfPattern, patternOf } from '@/utils/sites/pattern'

/**
 * Asks the user, once for all of them, to let us work on the hosts of `origins`. Must be called
 * straight from a click: it calls the browser before it returns, awaiting nothing. In Chromium the
 * popup closes when the prompt shows and the promise is never answered; the background hears
 * `onGrantsAdded`. True at once, without a prompt, where all were granted before.
 */
export function requestOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...new Set(origins.map(patternOf))] })
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
 * The sites granted one by one, as origins without port. Grants of more than one host, which only
 * the browser's own settings can give, are left out.
 */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll()
  return origins.map(originOfPattern).filter((origin) => origin !== null)
}

/** The match patterns to run on, by all that is granted. */
export async function grantedPatterns(): Promise<string[]> {
  return toPatterns(await browser.permissions.getAll())
}

/** Calls `listener` with the match patterns to run on by each new grant. Returns how to stop. */
export function onGrantsAdded(listener: (patterns: readonly string[]) => void): () => void {
  const heard = (change: Change) => listener(toPatterns(change))
  browser.permissions.onAdded.addListener(heard)
  return () => browser.permissions.onAdded.removeListener(heard)
}

/** Calls `listener` when a grant is taken back. Returns how to stop. */
export function onGrantsRemoved(listener: () => void): () => void {
  const heard = () => listener()
  browser.permissions.onRemoved.addListener(heard)
  return () => browser.permissions.onRemoved.removeListener(heard)
}

interface Change {
  readonly origins?: readonly string[]
}

function toPatterns({ origins = [] }: Change): string[] {
  return [...new Set(origins.flatMap(fillPatterns))]
}
