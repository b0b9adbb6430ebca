import type { Page } from '../../driver'
import { waitUntil } from '../../driver/waiting'

interface Extension {
  readonly storage: {
    readonly local: { get(keys: null): Promise<Record<string, unknown>> }
    readonly session: { get(keys: null): Promise<Record<string, unknown>> }
  }
  readonly alarms: { getAll(): Promise<{ readonly name: string }[]> }
  readonly scripting: {
    executeScript(
      script: object,
    ): Promise<{ readonly result?: unknown; readonly frameId?: number }[]>
  }
}

/**
 * All that messages could change: the count of saves and what is to be cleared (storage.local),
 * drafts and the open vault (storage.session), alarms. Without when the vault was used last.
 */
export function readState(manage: Page): Promise<unknown> {
  return manage.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Extension }
    const { keySession, ...session } = await chrome.storage.session.get(null)
    const { dek, vaultId } = keySession as { dek: string; vaultId: string }
    return {
      local: await chrome.storage.local.get(null),
      session: { ...session, dek, vaultId },
      alarms: (await chrome.alarms.getAll()).map(({ name }) => name).sort(),
    }
  })
}

/** The id of the frame of a tab that shows `url`, once it does. */
export async function frameIdOf(manage: Page, tabId: number, url: string): Promise<number> {
  const found = await waitUntil(`a frame with ${url}`, async () => {
    const frameId = await manage.evaluate(findFrame, tabId, url)
    return frameId >= 0 ? { frameId } : null
  })
  return found.frameId
}

async function findFrame(tabId: number, url: string): Promise<number> {
  const { chrome } = globalThis as unknown as { chrome: Extension }
  const all = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => location.href,
  })
  return all.find(({ result }) => result === url)?.frameId ?? -1
}

/** What the isolated world of a tab sees of the extension's storage, as text. */
export function lookAround(
  manage: Page,
  tabId: number,
): Promise<{ readonly local: string; readonly session: string }> {
  return manage.evaluate(async (id: number) => {
    const { chrome } = globalThis as unknown as { chrome: Extension }
    const [first] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: async () => {
        const { storage } = (globalThis as unknown as { chrome: Extension }).chrome
        const look = async (read: () => Promise<unknown>) => {
          try {
            return JSON.stringify(await read())
          } catch {
            return 'not to be had'
          }
        }
        return {
          local: await look(async () => storage.local.get(null)),
          session: await look(async () => storage.session.get(null)),
        }
      },
    })
    return first?.result as { local: string; session: string }
  }, tabId)
}

/** What stands in the code field of a frame. */
export function valueInFrame(manage: Page, tabId: number, frameId: number): Promise<string> {
  return manage.evaluate(
    async (tab: number, frame: number) => {
      const { chrome } = globalThis as unknown as { chrome: Extension }
      const [first] = await chrome.scripting.executeScript({
        target: { tabId: tab, frameIds: [frame] },
        func: () => document.querySelector<HTMLInputElement>('#code')?.value,
      })
      return String(first?.result)
    },
    tabId,
    frameId,
  )
}
