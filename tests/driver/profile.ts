import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserName, LaunchOptions } from './types'

/** Where one app keeps everything: profile, its copy of the build, what it downloads. */
export interface Home {
  readonly profile: string
  /** The copy of the build that runs: always the same path for a profile, hence the same id. */
  readonly build: string
  readonly downloads: string
  /** Removes what is temporary. */
  remove(): void
}

const root = path.resolve(import.meta.dirname, '../..')
const outputs: Record<BrowserName, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' }

/** Where the shipped build for a browser lies. */
export function buildFor(browser: BrowserName): string {
  return path.join(root, '.output', outputs[browser])
}

/** Lays out the directories and copies the build. */
export function prepareHome(browser: BrowserName, options: LaunchOptions): Home {
  const source = options.build ?? buildFor(browser)
  if (!existsSync(path.join(source, 'manifest.json'))) {
    throw new Error(`no built extension in ${source}: run "npm run build" first`)
  }
  const scratch = mkdtempSync(path.join(tmpdir(), 'extension-driver-'))
  const profile = options.profile ? path.resolve(options.profile) : path.join(scratch, 'profile')
  const home: Home = {
    profile,
    build: path.join(profile, 'driver-build'),
    downloads: path.join(scratch, 'downloads'),
    remove: () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }),
  }
  mkdirSync(home.downloads)
  rmSync(home.build, { recursive: true, force: true })
  cpSync(source, home.build, { recursive: true })
  grantInManifest(path.join(home.build, 'manifest.json'), options.grantedOrigins ?? [])
  return home
}

/** Does the work; when it fails, cleans up before saying so. */
export async function orCleanUp<T>(
  work: () => Promise<T>,
  cleanUp: () => Promise<void>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await cleanUp()
    throw error
  }
}

/** The match pattern that covers an origin: browsers grant hosts, not ports. */
export function patternOf(origin: string): string {
  if (origin.includes('*')) return origin
  const { protocol, hostname } = new URL(origin)
  return `${protocol}//${hostname}/*`
}

function grantInManifest(file: string, origins: readonly string[]): void {
  if (origins.length === 0) return
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...origins.map(patternOf)]
  writeFileSync(file, JSON.stringify(manifest))
}
