import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findBrowsers } from '../../tools/browsers.mjs'
import { endProcess, startProcess } from './processes'
import type { LaunchOptions } from './types'
import { sleep } from './waiting'

const run = promisify(execFile)

/** A display of the driver's own, with a window manager, and a keyboard to type on it. */
export interface Display {
  /** `:7` */
  readonly name: string
  /** Presses keys by their X names, `Tab`, `Return`, one after the other. */
  pressKeys(...keys: string[]): Promise<void>
  /** The windows that are to be seen, menus among them. */
  windows(): Promise<ReadonlySet<string>>
  close(): Promise<void>
}

/**
 * The display an app needs: null for none (headless), one of the driver's own where keys must be
 * typed or there is no other, else the desktop's.
 */
export async function displayFor(
  options: LaunchOptions,
  needsKeys: boolean,
): Promise<Display | null> {
  const { width, height } = options.viewport ?? { width: 1280, height: 720 }
  const scale = options.deviceScaleFactor ?? 1
  const startOwn = () => startDisplay((width + 100) * scale, (height + 300) * scale)
  if (needsKeys) return startOwn()
  if (options.headless !== false) return null
  const desktop = process.env['DISPLAY']
  return desktop ? desktopDisplay(desktop) : startOwn()
}

/** Somebody works there: the driver shows windows on it, but never types. */
function desktopDisplay(name: string): Display {
  return {
    name,
    pressKeys: () => Promise.reject(new Error('answering prompts needs { prompts: true }')),
    windows: () => Promise.reject(new Error('looking for windows needs { prompts: true }')),
    close: async () => undefined,
  }
}

/** The X server picks a number that is free. */
async function startDisplay(width: number, height: number): Promise<Display> {
  const found = findBrowsers()
  for (const tool of ['xvfb', 'openbox', 'xdotool'] as const) {
    if (!found[tool]) throw new Error(`a private display needs ${tool}: install it (apt-get)`)
  }
  const server = startProcess(
    found.xvfb ?? '',
    ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', `${width}x${height}x24`],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const name = `:${await firstLine(server.child.stdio[3] as NodeJS.ReadableStream)}`
  const env = { ...process.env, DISPLAY: name }
  const manager = startProcess(found.openbox ?? '', [], { stdio: 'ignore', env })
  return {
    name,
    pressKeys: async (...keys) => {
      for (const key of keys) {
        await run(found.xdotool ?? '', ['key', key], { env })
        await sleep(120)
      }
    },
    windows: async () => {
      const search = ['search', '--onlyvisible', '--name', '']
      const { stdout } = await run(found.xdotool ?? '', search, { env }).catch(() => ({
        stdout: '',
      }))
      return new Set(stdout.split('\n').filter(Boolean))
    },
    close: async () => {
      await endProcess(manager)
      await endProcess(server)
    },
  }
}

function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    stream.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.trim())
    })
    stream.on('end', () => reject(new Error('the X server did not start')))
  })
}
