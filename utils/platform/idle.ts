import browser from 'webextension-polyfill'

/** Calls `listener` when the user locks the screen of the computer. Returns how to stop. */
export function onScreenLocked(listener: () => void): () => void {
  const heard = (state: string) => {
    if (state === 'locked') listener()
  }
  browser.idle.onStateChanged.addListener(heard)
  return () => browser.idle.onStateChanged.removeListener(heard)
}
