import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { isInViewOfParents } from '@/utils/fields/dom/frames'
import { createSight } from '@/utils/fields/dom/sight'
import { submitAfter } from '@/utils/fields/dom/submit'
import { createFiller } from './filler'
import { findField } from './find-field'
import { isAtHome, isOwnDocument } from './frames'
import { ask, isConnected, obey } from './runtime'
import { world } from './world'

/**
 * The only code of ours in web pages, but for the line in `watch.ts` that starts it: on granted
 * sites, and where the user asked for a code. It runs in a world of its own, leaves nothing in the
 * page, and may be injected again at any time: the second time it does nothing. In a frame of
 * another site's page it does nothing either, but what the user asks for and confirmed.
 */
export default defineUnlistedScript({
  main() {
    if (world.filler !== undefined || !isOwnDocument()) return
    const home = isAtHome()
    const filler = createFiller(document, {
      ask: async (holds) => (await ask({ type: 'fill.request', holds })) ?? { kind: 'nothing' },
      unused: () => void ask({ type: 'fill.unused' }),
      pointed: () => ask({ type: 'field.pointed' }),
      typed: (name) => void ask({ type: 'user.typed', name }),
      isConnected,
      find: findField,
      focused: (roots) => world.pointing?.focused(roots) ?? null,
      sight: createSight(isInViewOfParents),
      submit: submitAfter,
    })
    // In a foreign page it never fills by itself, whoever tells it to.
    world.filler = home ? filler : { ...filler, watch() {} }
    obey(filler, home)
  },
})
