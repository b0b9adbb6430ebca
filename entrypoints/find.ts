import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { reader } from './fill.content/reader'
import { world } from './fill.content/world'

/**
 * Reads a page for code fields: brought beside the watcher where there is a field that a code could
 * be typed into ([Note: A light watcher]). May run again at any time: the second time it does
 * nothing.
 */
export default defineUnlistedScript({
  main() {
    const { watcher } = world
    if (world.reader !== undefined || watcher === undefined) return
    world.reader = reader
    watcher.look('anew')
  },
})
