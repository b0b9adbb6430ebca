// Which modules of the extension's pages are one file. By itself the bundler makes a file of all
// modules that the same parts need: more than a hundred, most of them tiny and found one after the
// other. To fetch those takes longer than what they do.
import { inRoot } from './run.mjs'

/** What pages begin with. */
const pages = {
  popup: ['entrypoints/popup/main.tsx'],
  manage: ['entrypoints/manage/main.tsx'],
  offscreen: ['entrypoints/offscreen/main.ts'],
}
/** What the popup fetches at once while it is open: it has what it began with. */
const later = {
  // What shows the codes on a page.
  found: ['components/model/found.ts', 'components/screens/popup/FoundSection.tsx'],
  // What reads it.
  read: ['entrypoints/pages/read-page.ts'],
}

/**
 * Groups of modules for the bundler: a file for all that the same parts need. What only one page
 * needs is left to the bundler, which puts it into that page's own. What another page may need, too,
 * is never in the popup's: to fetch it would run the popup there. No group takes along what its
 * modules need: each module says itself where it goes, and never to where only some of those that
 * need it are. So groups need each other in no circle, and run in the order they would alone.
 * @returns {import("./parts.d.mts").Group[]}
 */
export function groupsOfParts() {
  const needs = { ...neededBy(pages, false), ...neededBy(later, false) }
  const { manage: managesEver } = neededBy(pages, true)
  const fileOf = (id, build) => {
    const parts = Object.keys(needs).filter((part) => needs[part](id, build))
    const isPopups = parts.includes('popup')
    // The popup is quickest with few files: manage begins with what it shares with that.
    if (!parts.includes('manage') && managesEver(id, build))
      parts.push(isPopups ? 'manage' : 'manage-later')
    // What the popup fetches later finds there what it began with.
    const owners = isPopups ? Object.keys(pages).filter((page) => parts.includes(page)) : parts
    return owners.length > 1 || owners[0] in later ? owners.join('-') : null
  }
  return [{ includeDependenciesRecursively: false, name: fileOf }]
}

/** By part, whether it needs a module: at once, or `ever`. None does in a build that is without it. */
function neededBy(parts, ever) {
  const needs = ([part, files]) => {
    let known = new Set()
    const need = (id, build) => {
      if (known.size === 0) known = reach(files, build, ever)
      return known.has(id)
    }
    return [part, need]
  }
  return Object.fromEntries(Object.entries(parts).map(needs))
}

function reach(files, build, ever) {
  const ids = new Set()
  const queue = files.map((file) => inRoot(file))
  for (const id of queue) {
    const info = build.getModuleInfo(id)
    if (info === null || ids.has(id)) continue
    ids.add(id)
    queue.push(...info.importedIds, ...(ever ? info.dynamicallyImportedIds : []))
  }
  return ids
}
