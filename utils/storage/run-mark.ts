import browser from 'webextension-polyfill'

/** A mark that stays for one run of the extension. */
export interface RunMark {
  isSet(): Promise<boolean>
  set(): Promise<void>
  clear(): Promise<void>
}

/**
 * The mark `key` in storage.session: it outlives the background being stopped, and is gone after a
 * reload, an update and a restart of the browser.
 */
export function createRunMark(key: string): RunMark {
  return {
    isSet: async () => (await browser.storage.session.get(key))[key] === true,
    set: () => browser.storage.session.set({ [key]: true }),
    clear: () => browser.storage.session.remove(key),
  }
}
