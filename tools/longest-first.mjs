// The order of the end-to-end tests: vitest knows how long they take only where they ran before.
import path from 'node:path'
import { BaseSequencer } from 'vitest/node'
import { inRoot } from './run.mjs'

/**
 * The files that take about a minute or more, in the order they begin. Those that mostly wait, for
 * the next code or for a time to pass, stand between those that keep a processor busy.
 */
export const longest = [
  'real-app',
  'traps/traps',
  'origins',
  'widgets',
  'scan-ways',
  'never-twice',
  'vault/damage',
  'fill',
  'reproducible',
  'clipboard',
  'bad-input',
  'main-job',
  'demo-variants',
  'scan',
  'hard-lock',
  'driver',
  'enrol',
  'backups',
  'stopped-worker',
  'second-copy',
  'vault/story',
  'vault/profile',
  'fill-ways',
  'lock-follow',
  'bombs',
].map((name) => inRoot('tests', 'e2e', `${name}.test.ts`))

const placeOf = ({ moduleId }) => {
  const place = longest.indexOf(path.normalize(moduleId))
  return place === -1 ? longest.length : place
}

/** Begins with the longest, so that every worker has something to do until the end. */
export class LongestFirst extends BaseSequencer {
  async sort(files) {
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => placeOf(a) - placeOf(b))
  }
}
