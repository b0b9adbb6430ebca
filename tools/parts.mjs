// Which modules of the extension's pages are one file. By itself the bundler makes a file of all
// modules that the same parts need: more than a hundred, most of them tiny and found one after the
// other. To fetch those takes longer than what they do.
import { inRoot } from './run.mjs'

/** What is fetched at once, by the modules that need all of it. */
const parts = {
  popup: ['entrypoints/popup/main.tsx'],
  manage: ['entrypoints/manage/main.tsx'],
  offscreen: ['entrypoints/offscreen/main.ts'],
  // What shows the codes on a page, in a popup that is open by then.
  found: ['components/model/found.ts', 'components/screens/popup/FoundSection.tsx'],
}

/**
 * Groups of modules for the bundler: a file for all that the same parts need. What only one page
 * needs is left to the bundler, which puts it into that page's own. A group takes all that its
 * modules need along, so those of many parts come first.
 * @returns {import("./parts.d.mts").Group[]}
 */
export function groupsOfParts() {
  const names = Object.keys(parts)
  const neededBy = needs()
  return names.map((_, index) => ({
    priority: index + 1,
    name: (id, build) => {
      const users = names.filter((part) => neededBy(part, build).has(id))
      const isOne = users.length > 1 || users[0] === 'found'
      return isOne && users.length === index + 1 ? users.join('-') : null
    },
  }))
}

/** The modules that a part needs: none in a build that is without it. */
function needs() {
  const known = new Map()
  return (part, build) => {
    const ids = known.get(part) ?? reach(parts[part], build)
    if (ids.size > 0) known.set(part, ids)
    return ids
  }
}

function reach(files, build) {
  const ids = new Set()
  const queue = files.map((file) => inRoot(file))
  for (const id of queue) {
    const info = build.getModuleInfo(id)
    if (info === null || ids.has(id)) continue
    ids.add(id)
    queue.push(...info.importedIds)
  }
  return ids
}
