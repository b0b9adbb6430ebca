import type { Page } from '../driver'

/** The little of the extension API that is used from a page of ours. */
interface Extension {
  readonly scripting: {
    executeScript(script: object): Promise<{ readonly result?: unknown }[]>
  }
}

/**
 * Sends messages from the isolated world of a document in a tab: the world that our content script
 * runs in, for whoever takes it over. Each is JSON text, so that it may hold any key. Answers with
 * the replies, in order; `undefined` becomes null, what throws becomes `{ thrown }`.
 */
export async function sendFromContent(
  manage: Page,
  tabId: number,
  messages: readonly string[],
  frameId = 0,
): Promise<readonly unknown[]> {
  const texts = await manage.evaluate(runIsolated, tabId, frameId, messages)
  return texts.map((text) => JSON.parse(text))
}

async function runIsolated(tabId: number, frameId: number, messages: readonly string[]) {
  const { chrome } = globalThis as unknown as { chrome: Extension }
  const [first] = await chrome.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    args: [messages],
    func: async (all: readonly string[]) => {
      const { runtime } = (globalThis as unknown as { chrome: Messaging }).chrome
      const replies: string[] = []
      for (const text of all) {
        try {
          replies.push(JSON.stringify((await runtime.sendMessage(JSON.parse(text))) ?? null))
        } catch (error) {
          replies.push(JSON.stringify({ thrown: String(error) }))
        }
      }
      return replies
    },
  })
  interface Messaging {
    readonly runtime: { sendMessage(message: unknown): Promise<unknown> }
  }
  return first?.result as string[]
}

/**
 * What whoever takes over that world of a tab finds in one of the extension's stores: all that lies
 * there, or null where the browser keeps it out.
 */
export async function readFromContent(
  manage: Page,
  tabId: number,
  area: 'local' | 'session',
): Promise<Readonly<Record<string, unknown>> | null> {
  return JSON.parse(await manage.evaluate(readIsolated, tabId, area))
}

async function readIsolated(tabId: number, area: 'local' | 'session'): Promise<string> {
  const { chrome } = globalThis as unknown as { chrome: Extension }
  const [first] = await chrome.scripting.executeScript({
    target: { tabId },
    args: [area],
    func: async (of: 'local' | 'session') => {
      const { storage } = (globalThis as unknown as { chrome: Stores }).chrome
      try {
        return JSON.stringify((await storage[of]?.get(null)) ?? null)
      } catch (error) {
        if (/not allowed/i.test(String(error))) return 'null'
        throw error
      }
    },
  })
  interface Stores {
    readonly storage: { readonly [area: string]: { get(keys: null): Promise<object> } | undefined }
  }
  return first?.result as string
}
