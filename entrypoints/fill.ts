import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { isInViewOfParents } from '@/utils/fields/dom/frames'
import { createSight } from '@/utils/fields/dom/sight'
import { createFiller } from './fill.content/filler'
import { findField } from './fill.content/find-field'
import { asked, obey } from './fill.content/obey'
import { ask } from './fill.content/runtime'
import { world } from './fill.content/world'

/**
 * Finds code fields and fills them: brought beside the watcher and the reader where the user asked
 * for a code, and on granted sites where there seems to be a field for one ([Note: A light
 * watcher]). It may be injected again at any time: the second time it does nothing. In a frame of
 * another site's page it does nothing either, but what the user asks for and confirmed.
 */
export default defineUnlistedScript({
  main() {
    const { watcher, reader, home = false } = world
    if (world.filler || !watcher || !reader) return
    world.filler = createFiller(document, watcher, {
      ask: (holds, room) => ask({ type: 'fill.request', holds, ...room }),
      unused: () => void ask({ type: 'fill.unused' }),
      pointed: () => ask({ type: 'field.pointed' }),
      find: (...what) => findField(reader, ...what),
      focused: (roots) => world.pointing?.focused(reader, roots) ?? null,
      sight: createSight(isInViewOfParents),
      submit: (inputs) => world.send?.(inputs, watcher.roots()),
    })
    const { filler } = world
    world.ask = (find) => asked(filler, home, find)
    obey(filler)
    watcher.look('anew')
  },
})
