import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { pointing } from './fill.content/pointing'
import { world } from './fill.content/world'

/**
 * Runs beside the filler where the user points a field out, and on sites where that was
 * done before. May run again at any time.
 */
export default defineUnlistedScript({
  main() {
    world.pointing = pointing
  },
})
