// Finding, and where they are missing installing, the browsers and tools the tests drive.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'

const require = createRequire(import.meta.url)

// Google Chrome and Edge are not in the list: they refuse --load-extension since version 137.
const chromiumNames = ['chromium', 'chromium-browser']
const chromiumPlaces = ['/Applications/Chromium.app/Contents/MacOS/Chromium']
// Firefox proper comes last: it takes unsigned extensions only until it is closed.
const firefoxNames = ['firefox-esr', 'firefox-developer-edition', 'firefox-nightly', 'firefox']
const firefoxPlaces = [
  '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  '/Applications/Firefox Nightly.app/Contents/MacOS/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

/** What Debian calls them. */
const packages = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
  xvfb: 'xvfb',
  xdotool: 'xdotool',
  openbox: 'openbox',
}

/**
 * Where the browsers and tools are; null for what is not there. SIXPENCE_CHROMIUM and
 * SIXPENCE_FIREFOX name a browser to take instead.
 */
export function findBrowsers() {
  return {
    chromium:
      named('SIXPENCE_CHROMIUM') ??
      onPath(chromiumNames) ??
      firstFile(chromiumPlaces) ??
      playwrightChromium(),
    firefox: named('SIXPENCE_FIREFOX') ?? onPath(firefoxNames) ?? firstFile(firefoxPlaces),
    xvfb: onPath(['Xvfb']),
    xdotool: onPath(['xdotool']),
    openbox: onPath(['openbox']),
  }
}

/**
 * Installs what is missing: Chromium by Playwright's installer where it can download, everything
 * else, and Chromium where it cannot, from Debian's packages. Says what it does, one line each;
 * answers what is there in the end.
 */
export async function ensureBrowsers() {
  if (!findBrowsers().chromium) downloadChromium()
  const missing = missingOf(findBrowsers())
  if (missing.length > 0) installPackages(missing)
  const found = findBrowsers()
  for (const name of missingOf(found)) {
    console.log(`${name} is missing and could not be installed: ${advice(name)}`)
  }
  return found
}

const missingOf = (found) =>
  Object.keys(found)
    .filter((name) => !found[name])
    .filter((name) => process.platform === 'linux' || name === 'chromium' || name === 'firefox')

function advice(name) {
  const variable = { chromium: 'SIXPENCE_CHROMIUM', firefox: 'SIXPENCE_FIREFOX' }[name]
  const hint = variable ? `, or name one you have in ${variable}` : ''
  return `install it yourself (on Debian: apt-get install ${packages[name]})${hint}.`
}

function downloadChromium() {
  console.log("Chromium is missing: trying Playwright's download ...")
  const cli = playwrightFile('cli.js')
  if (!cli) return
  const result = spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env },
    timeout: 600_000,
  })
  console.log(result.status === 0 ? 'Chromium is downloaded.' : 'The download did not work.')
}

/**
 * Has a program of Debian's there, installing the package of that name where it is missing and can
 * be had. Answers whether it is there.
 * @param {string} name of program and package
 */
export function ensureProgram(name) {
  if (!onPath([name])) installDebian([name])
  return onPath([name]) !== null
}

/** Has the Python that the stand-alone decoder's test runs, with its two packages. */
export function ensurePython() {
  const modules = ['-c', 'import argon2, cryptography']
  const works = (python) => spawnSync(python, modules, { stdio: 'ignore' }).status === 0
  if (works('python3') || works('/usr/bin/python3')) return
  installDebian(['python3-cryptography', 'python3-argon2'])
}

function installPackages(names) {
  installDebian(names.map((name) => packages[name]))
}

function installDebian(wanted) {
  const apt = onPath(['apt-get'])
  if (!apt || process.getuid?.() !== 0) return
  console.log(`Installing with apt-get: ${wanted.join(' ')} ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { stdio: 'ignore', env }
  spawnSync(apt, ['update', '-qq'], quiet)
  // One by one where all at once fails: one package that is not to be had must not cost the rest.
  const install = (list) => spawnSync(apt, ['install', '-y', '-qq', ...list], quiet).status === 0
  if (!install(wanted)) for (const one of wanted) install([one])
}

/** The browser of Playwright's installer, if it is there and has the libraries it needs. */
function playwrightChromium() {
  if (!playwrightFile('package.json')) return null
  const file = require('playwright-core').chromium.executablePath()
  if (!file || !existsSync(file)) return null
  return spawnSync(file, ['--version'], { stdio: 'ignore' }).status === 0 ? file : null
}

function playwrightFile(name) {
  try {
    return path.join(path.dirname(require.resolve('playwright-core/package.json')), name)
  } catch {
    return null
  }
}

function named(variable) {
  const file = process.env[variable]
  if (!file) return null
  if (!isExecutable(file)) throw new Error(`${variable} names ${file}, which is no program`)
  return file
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return firstFile(names.flatMap((name) => folders.map((folder) => path.join(folder, name))))
}

const firstFile = (files) => files.find(isExecutable) ?? null

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
