import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Engine } from './engine'
import { patternOf } from './profile'
import { closeInSilence } from './silence'
import type { App, LaunchOptions } from './types'
import { vaultWalks } from './vault-walks'
import { soon, waitUntil } from './waiting'

/** The app over an engine: everything that is the same in every browser. */
export function makeApp(engine: Engine, options: LaunchOptions = {}): App {
  const openManage: App['openManage'] = (route = '') =>
    engine.openTab(`${engine.extensionOrigin}/manage.html${route}`)
  const walks = vaultWalks(openManage)
  return {
    browser: engine.browser,
    extensionOrigin: engine.extensionOrigin,
    version: engine.version,
    profile: engine.profile,
    downloads: engine.downloads,
    processes: engine.processes,
    tabs: engine.tabs,
    openTab: engine.openTab,
    openPopup: engine.openPopup,
    popupAfter: engine.popupAfter,
    pressShortcut: engine.pressShortcut,
    chooseInMenu: engine.chooseInMenu,
    refuseCamera: engine.refuseCamera,
    openManage,
    ...promptsOf(engine),
    ...walks,
    lock: async () => {
      await engine.evaluateInBackground(() => chrome.storage.session.set({ beforeLock: true }))
      await walks.lock()
      await untilReloaded(engine)
    },
    download: (trigger) => downloadOf(engine.downloads, trigger),
    background: { evaluate: engine.evaluateInBackground },
    stopWorker: engine.stopWorker,
    isWorkerRunning: engine.isWorkerRunning,
    restart: engine.restart,
    kill: engine.kill,
    close: () => (options.mayUseNetwork ? engine.close() : closeInSilence(engine)),
    network: engine.network,
    consoleErrors: engine.consoleErrors,
  }
}

type Prompts = Pick<App, 'acceptPrompt' | 'dismissPrompt' | 'grantSite' | 'denySite' | 'isGranted'>

function promptsOf(engine: Engine): Prompts {
  const isGranted: App['isGranted'] = (origin) =>
    engine.evaluateInBackground(
      (pattern) => chrome.permissions.contains({ origins: [pattern] }),
      patternOf(origin),
    )
  return {
    isGranted,
    acceptPrompt: () => engine.answerPrompt('accept'),
    dismissPrompt: () => engine.answerPrompt('dismiss'),
    grantSite: async (origin, ask) => {
      await ask?.()
      await engine.answerPrompt('accept')
      await waitUntil(`${origin} to be granted`, () => isGranted(origin))
    },
    denySite: async (origin, ask) => {
      await ask?.()
      await engine.answerPrompt('dismiss')
      if (await isGranted(origin)) throw new Error(`${origin} is granted all the same`)
    },
  }
}

/**
 * Locking ends in a reload of the extension once none of its pages is open: it empties what was
 * kept for the session, and begins anew.
 */
async function untilReloaded(engine: Engine): Promise<void> {
  const urls = await Promise.all((await engine.tabs()).map((page) => page.url()))
  if (urls.some((url) => url.startsWith(engine.extensionOrigin))) return
  const marks = () =>
    engine.evaluateInBackground(() => chrome.storage.session.get(['begun', 'beforeLock']))
  const isReloaded = async () => {
    const { begun, beforeLock } = await soon(marks())
    return begun && !beforeLock
  }
  await waitUntil('the extension to have reloaded', isReloaded, 30_000)
}

/**
 * Browsers write under another name until a download is whole. Firefox puts an empty file under a
 * name of its own there first, for a moment, and then one under the right name to keep its place.
 */
async function downloadOf(folder: string, trigger: () => Promise<void>): Promise<string> {
  const before = new Set(readdirSync(folder))
  await trigger()
  const isPartial = (name: string) => /\.(part|crdownload)$|^\.|^Unconfirmed/.test(name)
  const isEmpty = (name: string) =>
    !statSync(path.join(folder, name), { throwIfNoEntry: false })?.size
  const name = await waitUntil('the download', () => {
    const fresh = readdirSync(folder).filter((one) => !before.has(one))
    return fresh.some((one) => isPartial(one) || isEmpty(one)) ? null : fresh[0]
  })
  return path.join(folder, name)
}

/** The little of the extension API that runs in the background on the driver's behalf. */
declare const chrome: {
  readonly storage: {
    readonly session: {
      get(keys: string[]): Promise<{ begun?: true; beforeLock?: true }>
      set(marks: { beforeLock: true }): Promise<void>
    }
  }
  readonly permissions: { contains(wanted: { origins: string[] }): Promise<boolean> }
}
