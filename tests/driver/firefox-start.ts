import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findBrowsers } from '../../tools/browsers.mjs'
import { firefoxPreferences } from './firefox-preferences'
import { connectMarionette, type Marionette } from './marionette'
import { endProcess, type Started, startProcess } from './processes'
import type { Home } from './profile'
import type { LaunchOptions } from './types'
import { waitUntil } from './waiting'
import { zipFolder } from './zip'

/** A Firefox process with the extension, and the way to speak to it. */
export interface RunningFirefox {
  readonly process: Started
  readonly marionette: Marionette
  readonly extensionId: string
  readonly extensionOrigin: string
  readonly version: string
  /** Calls a function of firefox-privileged.js or firefox-log.js. */
  call<R>(name: string, ...args: readonly unknown[]): Promise<R>
}

/**
 * Starts Firefox over the profile, with the extension put in or, on a restart, found there.
 * `display` names an X display for a visible window.
 */
export async function startFirefox(
  home: Home,
  options: LaunchOptions,
  display: string | null,
  isRestart: boolean,
): Promise<RunningFirefox> {
  const manifest = JSON.parse(readFileSync(path.join(home.build, 'manifest.json'), 'utf8'))
  const extensionId: string = manifest.browser_specific_settings.gecko.id
  const process = startProcessOver(home, options, display, extensionId)
  try {
    const { marionette, version, run, call } = await connect(home, options)
    if (!isRestart) await install(marionette, home)
    for (const script of ['firefox-privileged.js', 'firefox-log.js']) await run(readScript(script))
    const { width, height } = options.viewport ?? { width: 1280, height: 720 }
    await call('resize', width, height)
    await call('untilInstalled', extensionId)
    if (options.camera !== undefined) await call('setCamera', extensionId, true)
    const extensionOrigin = await call<string>('startLog', extensionId)
    return { process, marionette, extensionId, extensionOrigin, version, call }
  } catch (error) {
    await endProcess(process)
    throw error
  }
}

interface Connection extends Pick<RunningFirefox, 'marionette' | 'version' | 'call'> {
  /** Runs the body of a function with the browser's own rights. */
  run(script: string): Promise<unknown>
}

async function connect(home: Home, options: LaunchOptions): Promise<Connection> {
  const port = await waitUntil(
    'Firefox to start',
    () => Number(readFileSync(portFile(home.profile), 'utf8')),
    60_000,
  )
  const marionette = await connectMarionette(port)
  const session = await marionette.command('WebDriver:NewSession', {
    acceptInsecureCerts: options.proxyPort !== undefined,
  })
  const version = (session as { capabilities: { browserVersion: string } }).capabilities
    .browserVersion
  await marionette.command('WebDriver:SetTimeouts', { script: 600_000 })
  await marionette.command('Marionette:SetContext', { value: 'chrome' })
  const run = async (script: string) => {
    const params = { script, args: [], sandbox: 'system', newSandbox: true }
    const answer = await marionette.command('WebDriver:ExecuteScript', params)
    return (answer as { value: unknown }).value
  }
  const call = async <R>(name: string, ...args: readonly unknown[]): Promise<R> => {
    const driver = 'Cu.getGlobalForObject(Services).extensionDriver'
    return (await run(`return ${driver}.${name}(...${JSON.stringify(args)})`)) as R
  }
  return { marionette, version, run, call }
}

function startProcessOver(
  home: Home,
  options: LaunchOptions,
  display: string | null,
  extensionId: string,
): Started {
  const file = findBrowsers().firefox
  if (!file) throw new Error('no Firefox: run "npm test", which installs it')
  mkdirSync(home.profile, { recursive: true })
  rmSync(portFile(home.profile), { force: true })
  const preferences = Object.entries(firefoxPreferences(home, options, extensionId))
  writeFileSync(
    path.join(home.profile, 'user.js'),
    preferences
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  )
  const args = ['--marionette', '--remote-allow-system-access', '--no-remote']
  if (display === null) args.push('--headless')
  return startProcess(file, [...args, '-profile', home.profile], {
    stdio: 'ignore',
    env: {
      ...process.env,
      MOZ_CRASHREPORTER_DISABLE: '1',
      // Without it Firefox does not heed where its settings are told to come from.
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      MOZ_HEADLESS_WIDTH: '1600',
      MOZ_HEADLESS_HEIGHT: '1200',
      ...(display ? { DISPLAY: display } : {}),
    },
  })
}

const portFile = (profile: string) => path.join(profile, 'MarionetteActivePort')
const readScript = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8')

/** For good, so that it is still there after a restart; only some Firefoxes allow that. */
async function install(marionette: Marionette, home: Home): Promise<void> {
  const file = path.join(home.profile, 'driver-build.xpi')
  writeFileSync(file, zipFolder(home.build))
  try {
    await marionette.command('Addon:Install', { path: file, temporary: false })
  } catch (error) {
    throw new Error(
      `this Firefox does not install the unsigned extension (an ESR, a Developer Edition or a Nightly does): ${error}`,
    )
  }
}
