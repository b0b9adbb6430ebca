import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { createSight } from '@/utils/fields/dom/sight'
import { createFiller } from './filler'
import { findInputs } from './find-inputs'
import { askForCode, isConnected, obey, tellUnused } from './runtime'
import { world } from './world'

/**
 * The only code of ours in web pages, but for the line in `watch.ts` that starts it: on granted
 * sites, and where the user asked for a code. It runs in a world of its own, leaves nothing in the
 * page, and may be injected again at any time: the second time it does nothing.
 */
export default defineUnlistedScript({
  main() {
    if (world.filler !== undefined || !isOwnDocument()) return
    const filler = createFiller(document, {
      ask: askForCode,
      unused: () => void tellUnused(),
      isConnected,
      find: (roots) => findInputs(document, roots),
      sight: createSight(),
    })
    world.filler = filler
    obey(filler)
  },
})

// Frames are other people's rooms, a sandboxed document is not the site its address names, and what
// a page makes (blob:, about:blank) has its maker's origin without being the site's page.
function isOwnDocument(): boolean {
  if (!/^https?:$/.test(location.protocol)) return false
  return window.top === window && self.origin === location.origin && self.origin !== 'null'
}
