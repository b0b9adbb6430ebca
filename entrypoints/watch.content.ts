import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { rootOf } from '@/utils/fields/dom/root-of'
import { textOf } from '@/utils/fields/dom/text-of'
import { hasSign } from '@/utils/fields/sign'
import { isAtHome, isOwnDocument } from './fill.content/frames'
import { ask, isConnected } from './fill.content/runtime'
import { createWatcher } from './fill.content/watcher'
import { world } from './fill.content/world'

/**
 * The first of our code in a web page: on granted sites, and where the user asked for a code. It
 * runs in a world of its own, leaves nothing in the page, and may be injected again at any time:
 * the second time it does nothing. Until `start.ts` has it watch it only knows the shadow roots.
 */
export default defineUnlistedScript({
  main() {
    if (world.watcher || !isOwnDocument()) return
    const home = isAtHome()
    const watcher = createWatcher(document, {
      reader: () => world.reader,
      filler: () => world.filler,
      bring: (part) => ask({ type: 'fill.bring', part }),
      typed: (name) => void ask({ type: 'user.typed', name }),
      isConnected,
    })
    // In a foreign page it never watches, whoever tells it to.
    world.watcher = home ? watcher : { ...watcher, start() {} }
    world.home = home
    world.shared = { rootOf, textOf, hasSign }
  },
})
