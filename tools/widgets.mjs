// Builds tests/widgets, the code fields of component libraries, when they changed. They are a
// package of their own, so that nothing else has to install them.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot, installIn, runBin } from './run.mjs'

const folder = inRoot('tests', 'widgets')
const filesIn = (...parts) =>
  readdirSync(path.join(folder, ...parts), { recursive: true })
    .filter((name) => path.extname(name))
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort()

const outOfReach = /\b(?:ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ECONN\w+|ETIMEDOUT)\b/

/** Where the built page lies. */
export const widgetsPage = path.join(folder, 'dist')

/** Every widget, by the name that the page's address has for it: `react/input-otp`. */
export const widgetNames = filesIn('src', 'widgets').map((name) => name.replace(/\.js$/, ''))

/**
 * Installs what the widgets need and builds their page, unless that was done already. False, with
 * a line that says so, where the registry is out of reach.
 */
export async function ensureWidgets() {
  const stamp = path.join(widgetsPage, 'built-from')
  const wanted = digest()
  if (read(stamp) === wanted) return true
  try {
    await installIn(folder, [
      '--ignore-scripts',
      '--omit=optional',
      '--fetch-retry-mintimeout=1000',
    ])
  } catch (error) {
    if (!outOfReach.test(error.message)) throw error
    console.log('The npm registry is out of reach: the code fields of libraries are NOT tested.')
    return false
  }
  const { code } = await runBin('vite', ['build', folder, '--logLevel', 'error'], {
    env: { NODE_ENV: 'production' },
  })
  if (code !== 0) throw new Error('the widgets could not be built: see above')
  writeFileSync(stamp, wanted)
  return true
}

function digest() {
  const hash = createHash('sha256')
  const sources = filesIn('src').map((name) => `src/${name}`)
  for (const file of [...sources, 'index.html', 'package-lock.json', 'vite.config.js']) {
    hash.update(file).update(readFileSync(path.join(folder, file)))
  }
  return hash.digest('hex')
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
