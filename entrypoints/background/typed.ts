import type { Handler } from '@/utils/messages/listen'
import type { RegistrableDomain } from '@/utils/sites/domain'
import type { TypedNames } from '@/utils/storage/typed-names'
import { askerOf, type PagePorts, userSiteOf } from './pages'

/** What keeping typed user names needs from the outside. */
export interface TypedPorts extends PagePorts {
  readonly typedNames: Pick<TypedNames, 'add'>
  readonly registrableDomain: RegistrableDomain
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/**
 * Keeps a user name that was typed on a granted site: for the tab, and for the site as the browser
 * tells it, so that no page can speak for another.
 */
export function createTyped(ports: TypedPorts): Handler<'user.typed'> {
  return async ({ name }, caller) => {
    const { tabId } = caller
    const asker = await askerOf(caller, ports)
    if (tabId === null || asker.frame === 'foreign' || !asker.isGranted) return null
    const site = userSiteOf(asker.origin, ports.registrableDomain)
    await ports.typedNames.add({ tabId, site, name: name.trim(), atMs: ports.now() })
    return null
  }
}
