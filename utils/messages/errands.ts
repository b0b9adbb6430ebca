import browser from 'webextension-polyfill'

/*
 * [Note: Errands]
 *
 * A message to a background that sleeps is lost when the page that sent it is gone before the
 * background is awake; and popups go with every prompt of the browser's. So what has to be done in
 * any case is laid into storage.session as well, which is out of reach of content scripts: laying it
 * there wakes the background by itself. Each errand has an id and is done once in the life of a
 * worker, whichever way it came first; one that stops halfway is done anew at the next start.
 */

const prefix = 'errand.'

/** Lays a request down before this returns, for the page may be gone after. Returns its id. */
export function layErrand(request: object): string {
  const id = crypto.randomUUID()
  // Where there is no room for it, the message still goes.
  browser.storage.session.set({ [prefix + id]: request }).catch(() => undefined)
  return id
}

/** What pages laid down, in the background. */
export interface Errands {
  /** What came of an errand: of `work`, unless it was begun before. It lies there no more then. */
  once<T>(id: string, work: () => Promise<T>): Promise<T>
  /** Everything that lies there, by id. */
  laid(): Promise<readonly (readonly [id: string, request: unknown])[]>
  /** It lies there no more. */
  drop(id: string): Promise<void>
}

/** The errands of this extension. */
export function createErrands(): Errands {
  const begun = new Map<string, Promise<unknown>>()
  // What cannot be dropped is not begun again, but by a worker that starts anew.
  const drop = (id: string) => browser.storage.session.remove(prefix + id).catch(() => undefined)
  return {
    async once<T>(id: string, work: () => Promise<T>) {
      const done = (begun.get(id) as Promise<T> | undefined) ?? work()
      begun.set(id, done)
      return await done.finally(() => drop(id))
    },
    drop,
    async laid() {
      const all = Object.entries(await browser.storage.session.get(null))
      return all.flatMap(([key, request]) =>
        key.startsWith(prefix) ? [[key.slice(prefix.length), request] as const] : [],
      )
    },
  }
}

/** Calls `listener` whenever a page laid an errand down. */
export function onErrand(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return
    const isLaid = (key: string) => key.startsWith(prefix) && changes[key]?.newValue !== undefined
    if (Object.keys(changes).some(isLaid)) listener()
  })
}
