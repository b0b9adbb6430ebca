import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { world } from './fill.content/world'

/**
 * Runs after `watch.content.ts` on allowed sites, and there only: has it fill on arrival. Without
 * this it waits for what the user asks. May run again at any time.
 */
export default defineUnlistedScript({
  main() {
    world.watcher?.start()
  },
})
