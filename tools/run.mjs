// Running other programs from the project's own commands, with nothing but node.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '..')

/** A file of the checkout. */
export const inRoot = (...parts) => path.join(root, ...parts)

/**
 * Runs a program with its output shown; answers its exit code, or with `capture` also its output.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ capture?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { capture = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk
      })
    }
    child.on('error', (error) => resolve({ code: 127, output: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Runs a program of node_modules. */
export const runBin = (name, args, options) =>
  run(process.execPath, [inRoot('node_modules', ...binFile(name)), ...args], options)

const binFile = (name) =>
  ({
    biome: ['@biomejs', 'biome', 'bin', 'biome'],
    vite: ['vite', 'bin', 'vite.js'],
    tsc: ['typescript', 'bin', 'tsc'],
    vitest: ['vitest', 'vitest.mjs'],
    wxt: ['wxt', 'bin', 'wxt.mjs'],
  })[name]

/** Installs the dependencies of the lock file unless they are there already. */
export async function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`node ${process.versions.node} is too old: install node 20.19 or newer`)
  }
  await installIn(root)
}

/**
 * Installs a package as its lock file says, unless it is there already. Throws with npm's words.
 * @param {string} folder
 * @param {readonly string[]} [options]
 */
export async function installIn(folder, options = []) {
  if (isInstalled(folder)) return
  const name = path.relative(root, folder)
  console.log(`Installing dependencies${name && ` of ${name}`} (npm ci) ...`)
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const args = ['ci', '--prefix', folder, ...quiet, ...options]
  const { code, output } = await run(npm, args, { capture: true })
  if (code !== 0) throw new Error(`npm ci failed: ${output}`)
}

// npm leaves a copy of the lock file in node_modules, less what this machine does not need.
function isInstalled(folder) {
  const wanted = packagesOf(path.join(folder, 'package-lock.json'))
  const installed = packagesOf(path.join(folder, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(
    ([where, { version, optional }]) =>
      where === '' || optional || installed[where]?.version === version,
  )
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages
  } catch {
    return {}
  }
}
