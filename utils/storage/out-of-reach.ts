import browser from 'webextension-polyfill'

/** What Chromium has, and Firefox has not. */
interface Guarded {
  setAccessLevel?(details: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>
}

/**
 * Keeps storage.local, as storage.session is by itself, out of reach of content scripts, none of
 * which needs it: a page that broke out of its own world could make the vault look older than it is.
 * Where the browser cannot, what lies there is mere numbers.
 */
export async function keepOutOfReach(): Promise<void> {
  await (browser.storage.local as Guarded).setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
}
