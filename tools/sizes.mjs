// What the shipped builds weigh, and the budgets that hold.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { inRoot } from './run.mjs'

/** The two shipped builds, as folders under .output. */
export const builds = ['chrome-mv3', 'firefox-mv3']

/** Most bytes, minified and not compressed, that a part may have. */
export const budgets = {
  watcher: 7_000,
  finder: 24_000,
  filler: 23_600,
  popupFirstLoad: 146_000,
  background: 415_000,
}

const referenced = (html) =>
  [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1])

const staticImports = (script) =>
  [
    ...script.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w${},*\s]+?from\s*)?"(\.[^"]+\.js)"/g),
  ].map((match) => match[1])

/**
 * Everything a page of the extension loads before it does anything: what its HTML names, and
 * what those scripts import statically.
 * @param {string} build folder of a build
 * @param {string} page file name of the page
 * @returns {string[]} files relative to the build
 */
export function firstLoad(build, page) {
  const seen = new Set()
  const queue = referenced(readFileSync(path.join(build, page), 'utf8'))
  while (queue.length > 0) {
    const file = queue.pop()
    if (seen.has(file)) continue
    seen.add(file)
    if (!file.endsWith('.js')) continue
    const script = readFileSync(path.join(build, file), 'utf8')
    queue.push(...staticImports(script).map((name) => path.join(path.dirname(file), name)))
  }
  return [...seen].sort()
}

const weigh = (build, files) => {
  const bytes = files.map((file) => readFileSync(path.join(build, file)))
  return {
    raw: bytes.reduce((sum, part) => sum + part.length, 0),
    gzip: bytes.reduce((sum, part) => sum + gzipSync(part).length, 0),
  }
}

const allFiles = (build) =>
  readdirSync(build, { recursive: true })
    .map(String)
    .filter((file) => statSync(path.join(build, file)).isFile())

/**
 * Bytes, raw and compressed, of the parts of a build that users wait for.
 * @param {string} name folder under .output
 */
export function sizesOf(name) {
  const build = inRoot('.output', name)
  return {
    // On every page of an allowed site; all on those with a field that a code could go into; what
    // is brought beside that to those that seem to ask for one.
    watcher: weigh(build, ['content-scripts/watch.js', 'start.js']),
    finder: weigh(build, ['content-scripts/watch.js', 'start.js', 'find.js']),
    filler: weigh(build, ['fill.js']),
    popupFirstLoad: weigh(build, firstLoad(build, 'popup.html')),
    manageFirstLoad: weigh(build, firstLoad(build, 'manage.html')),
    background: weigh(build, ['background.js']),
    everything: weigh(build, allFiles(build)),
  }
}

/** Prints a table of both builds. */
export function printSizes() {
  console.log('\nBytes               raw      gzip   budget (raw)')
  for (const name of builds) {
    console.log(name)
    for (const [part, { raw, gzip }] of Object.entries(sizesOf(name))) {
      const budget = budgets[part] ? String(budgets[part]) : ''
      console.log(
        `  ${part.padEnd(16)}${String(raw).padStart(7)}${String(gzip).padStart(9)}   ${budget}`,
      )
    }
  }
}
