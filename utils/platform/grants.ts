import browser from 'webextension-polyfill'
import { fillPatterns, originOfPattern } from '@/utils/sites/granted-pattern'

/*
 * What is granted altogether: apart from utils/platform/permissions, as the popup needs none of it.
 */

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
