import * as v from 'valibot'
import browser from 'webextension-polyfill'

const dueKey = 'clipboardDueMs'
const lastKey = 'clipboardCopiedMs'
const momentMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** When the clipboard is to be emptied. */
export interface ClipboardDue {
  /** Milliseconds since the epoch; null when nothing of ours is on it. */
  read(): Promise<number | null>
  write(dueMs: number): Promise<void>
  clear(): Promise<void>
}

/** When our pages last put something on the clipboard. */
export interface LastCopy {
  /** Milliseconds since the epoch; null when nothing was copied in this run of the extension. */
  read(): Promise<number | null>
  write(atMs: number): Promise<void>
}

/**
 * Kept in storage.local, where a reload and a restart of the browser do not lose it. A mere number:
 * content scripts of Firefox can read this store.
 */
export function createClipboardDue(): ClipboardDue {
  const { local } = browser.storage
  return {
    read: async () => momentIn(await local.get(dueKey), dueKey),
    write: (dueMs) => local.set({ [dueKey]: dueMs }),
    clear: () => local.remove(dueKey),
  }
}

/** Kept in storage.session, as errands are: [Note: Errands]. */
export function createLastCopy(): LastCopy {
  const { session } = browser.storage
  return {
    read: async () => momentIn(await session.get(lastKey), lastKey),
    write: (atMs) => session.set({ [lastKey]: atMs }),
  }
}

function momentIn(stored: Readonly<Record<string, unknown>>, key: string): number | null {
  const moment = v.safeParse(momentMs, stored[key])
  return moment.success ? moment.output : null
}
