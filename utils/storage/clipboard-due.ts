import * as v from 'valibot'
import browser from 'webextension-polyfill'

const key = 'clipboardDueMs'
const momentMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** When the clipboard is to be emptied. */
export interface ClipboardDue {
  /** Milliseconds since the epoch; null when nothing of ours is on it. */
  read(): Promise<number | null>
  write(dueMs: number): Promise<void>
  clear(): Promise<void>
}

/**
 * Kept in storage.local, where a reload and a restart of the browser do not lose it. A mere number:
 * content scripts can read this store.
 */
export function createClipboardDue(): ClipboardDue {
  return {
    async read() {
      const due = v.safeParse(momentMs, (await browser.storage.local.get(key))[key])
      return due.success ? due.output : null
    },
    write: (dueMs) => browser.storage.local.set({ [key]: dueMs }),
    clear: () => browser.storage.local.remove(key),
  }
}
