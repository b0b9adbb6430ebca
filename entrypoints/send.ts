import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { mayBeSetUp } from '@/utils/fields/dom/set-up'
import { submitAfter } from '@/utils/fields/dom/submit'
import { world } from './fill.content/world'

/**
 * Runs beside the filler where codes are to be sent once they are filled; on a page where an account
 * may be set up it sends none: [Note: Never sent at a set-up]. May run again at any time.
 */
export default defineUnlistedScript({
  main() {
    world.send = (inputs, roots) => {
      if (!mayBeSetUp(document, roots)) submitAfter(inputs)
    }
  },
})
