import { type ReadonlySignal, signal } from '@preact/signals'

/** The manage page's screens, as they stand in the address: `#/accounts`. */
export const routes = ['welcome', 'accounts', 'add', 'backup', 'sites', 'settings'] as const

/** One of the screens. */
export type Route = (typeof routes)[number]

/** The screen an address's hash names; what it does not name is the list of accounts. */
export function parseRoute(hash: string): Route {
  const name = hash.replace(/^#\/?/, '').split(/[/?]/)[0]
  return routes.find((route) => route === name) ?? 'accounts'
}

/** The address of a screen, for links. */
export function hrefOf(route: Route): string {
  return `#/${route}`
}

const current = signal(parseRoute(globalThis.location?.hash ?? ''))
const hash = signal(globalThis.location?.hash ?? '')

/** All of the address that says where we are, for screens with something behind their name. */
export const address: ReadonlySignal<string> = hash

/** The screen that is on show; follows the address. */
export const route: ReadonlySignal<Route> = current

/** Goes to a screen. `replace`: the way back skips the screen left. */
export function goTo(next: Route, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', hrefOf(next))
  else if (location.hash !== hrefOf(next)) location.hash = hrefOf(next)
  current.value = next
  hash.value = hrefOf(next)
}

/** Follows the address from now on. Returns how to stop. */
export function followAddress(): () => void {
  const follow = () => {
    current.value = parseRoute(location.hash)
    hash.value = location.hash
  }
  follow()
  addEventListener('hashchange', follow)
  return () => removeEventListener('hashchange', follow)
}
