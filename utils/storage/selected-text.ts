import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { choiceKeptMs } from './menu-choice'

const key = 'selectedText'

const selected = v.object({
  tabId: v.pipe(v.number(), v.safeInteger()),
  text: v.string(),
  atMs: v.pipe(v.number(), v.safeInteger()),
})

/** A text that the user selected on the page of a tab, to be kept as recovery codes. */
export type SelectedText = v.InferOutput<typeof selected>

/** The one text that was picked last. */
export interface SelectedTextStore {
  put(selected: SelectedText): Promise<void>
  /** What was picked in a tab in the last minutes; null where nothing was. */
  find(tabId: number, nowMs: number): Promise<string | null>
  clear(): Promise<void>
  /** Calls back when another text was picked; the returned function ends that. */
  watch(change: () => void): () => void
}

/**
 * The text in storage.session: in memory only, out of reach of content scripts. It is there while
 * the vault is locked, too: it is the page's, and the user has still to unlock to keep it.
 */
export function createSelectedText(): SelectedTextStore {
  return {
    put: (text) => browser.storage.session.set({ [key]: text }),
    find: async (tabId, nowMs) => {
      const stored = v.safeParse(selected, (await browser.storage.session.get(key))[key])
      if (!stored.success) return null
      const { text, atMs } = stored.output
      if (Math.abs(nowMs - atMs) < choiceKeptMs) return stored.output.tabId === tabId ? text : null
      await browser.storage.session.remove(key)
      return null
    },
    clear: () => browser.storage.session.remove(key),
    watch: (change) => {
      const hear = (changes: Record<string, { readonly newValue?: unknown }>) => {
        if (changes[key]?.newValue !== undefined) change()
      }
      browser.storage.session.onChanged.addListener(hear)
      return () => browser.storage.session.onChanged.removeListener(hear)
    },
  }
}
