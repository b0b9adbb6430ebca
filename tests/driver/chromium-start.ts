import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BrowserContext, type CDPSession, chromium } from 'playwright-core'
import { findBrowsers } from '../../tools/browsers.mjs'
import type { Home } from './profile'
import type { LaunchOptions } from './types'
import { waitUntil } from './waiting'

/** A Chromium process with the extension, and the ways to speak to it. */
export interface RunningChromium {
  readonly context: BrowserContext
  /** The protocol session of the browser itself. */
  readonly cdp: CDPSession
  readonly pid: number
  /** Where a second client can connect. */
  readonly debuggingUrl: string
  readonly extensionId: string
  readonly netLog: string
}

/** Starts Chromium over the profile. `display` names an X display for a visible window. */
export async function startChromium(
  home: Home,
  options: LaunchOptions,
  display: string | null,
): Promise<RunningChromium> {
  const executablePath = findBrowsers().chromium
  if (!executablePath) throw new Error('no Chromium: run "npm test", which installs it')
  writePreferences(home)
  // Left behind by a killed browser; they would make this one wait or refuse.
  for (const name of [
    'SingletonLock',
    'SingletonCookie',
    'SingletonSocket',
    'DevToolsActivePort',
  ]) {
    rmSync(path.join(home.profile, name), { force: true })
  }
  const netLog = path.join(home.downloads, '..', `net-log-${Date.now()}.json`)
  const context = await chromium.launchPersistentContext(home.profile, {
    executablePath,
    headless: display === null,
    ...looks(options),
    locale: options.locale ?? 'en-US',
    ignoreDefaultArgs: ['--disable-extensions'],
    args: argumentsFor(home, options, netLog),
    env: { ...definedEnvironment(), ...(display ? { DISPLAY: display } : {}) },
  })
  try {
    return { context, netLog, ...(await connect(context, home, options)) }
  } catch (error) {
    await context.close()
    throw error
  }
}

async function connect(
  context: BrowserContext,
  home: Home,
  options: LaunchOptions,
): Promise<Omit<RunningChromium, 'context' | 'netLog'>> {
  const cdp = await connectedSession(context)
  await keepDownloads(cdp, home.downloads, options)
  return {
    cdp,
    pid: await browserPid(cdp),
    debuggingUrl: await debuggingUrl(home.profile),
    extensionId: await waitUntil('the extension to be installed', () => installedId(cdp)),
  }
}

/** `desktop`: the window as its owner has it. Else always the same, so that pictures compare. */
function looks(options: LaunchOptions) {
  if (options.desktop) return { viewport: null, colorScheme: null }
  return {
    viewport: options.viewport ?? { width: 1280, height: 720 },
    deviceScaleFactor: options.deviceScaleFactor ?? 1,
    colorScheme: options.colorScheme ?? 'light',
  }
}

// Developer mode brings an unpacked extension back after a reload; the browser's own offer to keep
// passwords would take the focus from the page and the keys meant for a permission prompt.
const preferences = {
  extensions: { ui: { developer_mode: true } },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false, password_manager_leak_detection: false },
}

/**
 * Has downloads land in `folder` under their own names. Every client that connects changes that.
 * The protocol's way knows no folders that an extension names: `ownDownloads` leaves it out.
 */
export async function keepDownloads(
  cdp: CDPSession,
  folder: string,
  { ownDownloads = false }: LaunchOptions,
): Promise<void> {
  await cdp.send(
    'Browser.setDownloadBehavior',
    ownDownloads ? { behavior: 'default' } : { behavior: 'allow', downloadPath: folder },
  )
}

function argumentsFor(home: Home, options: LaunchOptions, netLog: string): string[] {
  const asRoot = process.getuid?.() === 0
  return [
    ...(asRoot ? ['--no-sandbox'] : []),
    `--load-extension=${home.build}`,
    `--disable-extensions-except=${home.build}`,
    '--enable-unsafe-extension-debugging',
    '--remote-debugging-port=0',
    '--no-first-run',
    // Without a graphics card the process for one only costs time.
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--hide-crash-restore-bubble',
    ...(options.desktop ? [] : [`--force-device-scale-factor=${options.deviceScaleFactor ?? 1}`]),
    `--lang=${options.locale ?? 'en-US'}`,
    `--log-net-log=${netLog}`,
    ...(options.proxyPort === undefined ? [] : proxyArguments(options.proxyPort)),
    ...(options.camera === undefined ? [] : cameraArguments(options.camera)),
  ]
}

const proxyArguments = (port: number) => [
  `--proxy-server=http://127.0.0.1:${port}`,
  '--proxy-bypass-list=<-loopback>',
  '--ignore-certificate-errors',
]

const cameraArguments = (film: string) => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]

/** Without it an unpacked extension does not come back after `runtime.reload()`. */
function writePreferences({ profile, downloads }: Home): void {
  const file = path.join(profile, 'Default', 'Preferences')
  if (existsSync(file)) return
  mkdirSync(path.dirname(file), { recursive: true })
  const download = { default_directory: downloads, prompt_for_download: false }
  writeFileSync(file, JSON.stringify({ ...preferences, download }))
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
}

async function connectedSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser()
  if (!browser) throw new Error('Chromium closed at once')
  return browser.newBrowserCDPSession()
}

async function browserPid(cdp: CDPSession): Promise<number> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  const main = processInfo.find(({ type }) => type === 'browser')
  if (!main) throw new Error('Chromium names no main process')
  return main.id
}

function debuggingUrl(profile: string): Promise<string> {
  const file = path.join(profile, 'DevToolsActivePort')
  return waitUntil('the debugging port', () => {
    const port = Number(readFileSync(file, 'utf8').split('\n')[0])
    return port > 0 && `http://127.0.0.1:${port}`
  }) as Promise<string>
}

/** The protocol's types do not know this command yet. */
async function installedId(cdp: CDPSession): Promise<string | null> {
  const send = cdp.send as unknown as (
    method: string,
  ) => Promise<{ extensions: { id: string; enabled: boolean }[] }>
  const { extensions } = await send.call(cdp, 'Extensions.getExtensions')
  return extensions.find(({ enabled }) => enabled)?.id ?? null
}
