import browser from 'webextension-polyfill'
import { patternOf } from '@/utils/sites/pattern'

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
