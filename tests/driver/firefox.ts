import type { Engine } from './engine'
import { callSource } from './engine'
import { browserIdOf, firefoxPage } from './firefox-page'
import { type RunningFirefox, startFirefox } from './firefox-start'
import { killTree, processTree } from './processes'
import { orCleanUp, prepareHome } from './profile'
import type { LaunchOptions, Page } from './types'
import { displayFor } from './xvfb'

interface Log {
  readonly requests: readonly string[]
  readonly errors: readonly string[]
  /** Requests of everybody. */
  readonly count: number
}

/** Firefox with the extension, driven by Marionette and the browser's own window. */
export async function launchFirefox(options: LaunchOptions): Promise<Engine> {
  const home = prepareHome('firefox', options)
  const display = await displayFor(options, false)
  const start = (isRestart: boolean) =>
    startFirefox(home, options, display?.name ?? null, isRestart)
  let firefox = await orCleanUp(
    () => start(false),
    async () => {
      await display?.close()
      home.remove()
    },
  )
  let kept: Log = { requests: [], errors: [], count: 0 }
  const readLog = async (): Promise<Log> => {
    const now = await firefox.call<Log>('readLog').catch(() => null)
    return now ? joined(kept, now) : kept
  }
  const stop = async () => {
    kept = await readLog()
    await quitFirefox(firefox)
  }
  const evaluateInBackground: Page['evaluate'] = async (fn, ...args) => {
    const id = await firefox.call<number>('background', firefox.extensionId)
    return firefox.call('run', id, `return ${callSource(fn, args)}`)
  }

  return {
    browser: 'firefox',
    extensionOrigin: firefox.extensionOrigin,
    version: `Firefox ${firefox.version.split('.')[0]}`,
    profile: home.profile,
    downloads: home.downloads,
    processes: () => processTree(pidOf(firefox)),
    tabs: async () => (await firefox.call<number[]>('list')).map((id) => firefoxPage(firefox, id)),
    openTab: async (url) => {
      const page = firefoxPage(firefox, await firefox.call('open'))
      await page.goto(url)
      return page
    },
    openPopup: async (over) => {
      await firefox.call('bringToFront', browserIdOf(over))
      return firefoxPage(firefox, await firefox.call('openPopup', firefox.extensionId))
    },
    popupAfter: async (act) => {
      await firefox.call('closePopup')
      await act()
      return firefoxPage(firefox, await firefox.call('awaitPopup'))
    },
    pressShortcut: (over, keys) => over.press(keys),
    chooseInMenu: async (over, selector, text) => {
      await over.bringToFront()
      await over.click(selector)
      await firefox.call(
        'chooseInMenu',
        browserIdOf(over),
        await over.evaluate(centre, selector),
        text,
      )
    },
    refuseCamera: () => firefox.call('setCamera', firefox.extensionId, false),
    evaluateInBackground,
    isWorkerRunning: () => firefox.call('isBackgroundRunning', firefox.extensionId),
    stopWorker: () => firefox.call('stopBackground', firefox.extensionId),
    answerPrompt: (answer) => firefox.call('answerPrompt', answer),
    network: async () => (await readLog()).requests,
    requestCount: async () => (await readLog()).count,
    consoleErrors: async () => (await readLog()).errors.filter((error) => !isCutOff(error)),
    restart: async () => {
      await stop()
      firefox = await start(true)
    },
    kill: async () => {
      kept = await readLog()
      await killTree(pidOf(firefox))
      await firefox.process.ended
    },
    close: async () => {
      await stop()
      await display?.close()
      home.remove()
    },
  }
}

/** Runs in the page: where the middle of an element is, in CSS pixels. */
function centre(selector: string): readonly number[] {
  const box = document.querySelector(selector)?.getBoundingClientRect()
  return box ? [box.x + box.width / 2, box.y + box.height / 2] : []
}

function pidOf({ process: { child } }: RunningFirefox): number {
  if (child.pid === undefined) throw new Error('Firefox did not start')
  return child.pid
}

function joined(before: Log, now: Log): Log {
  return {
    requests: [...before.requests, ...now.requests],
    errors: [...before.errors, ...now.errors],
    count: before.count + now.count,
  }
}

/*
 * Firefox's words for a message that was under way when its context ended: the extension reloads
 * itself to lock. It writes them instead of rejecting, so that the sender's own catch never runs.
 */
const cutOff = [
  ...[
    'Could not establish connection. Receiving end does not exist.',
    "Actor 'Conduits' destroyed before query 'RuntimeMessage' was resolved",
  ].map((reason) => `Promise rejected after context unloaded: ${reason}`),
  // The page went on before the answer came.
  'Promise resolved after context unloaded',
  'Promise resolved while context is inactive',
]

function isCutOff(error: string): boolean {
  return cutOff.includes(error.trim())
}

async function quitFirefox({ marionette, process }: RunningFirefox): Promise<void> {
  await marionette.command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined)
  const insist = setTimeout(() => process.child.kill('SIGKILL'), 20_000)
  await process.ended
  clearTimeout(insist)
}
