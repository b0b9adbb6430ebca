import browser from 'webextension-polyfill'

/**
 * Has the alarm `name` ring at `atMs`, in place of an earlier one of that name. Browsers may ring
 * late (Chromium not within 30 seconds) and forget alarms on reload and update: never rely on it
 * for safety.
 */
export async function setAlarm(name: string, atMs: number): Promise<void> {
  await browser.alarms.create(name, { when: atMs })
}

/** Forgets the alarm `name`. */
export async function clearAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name)
}

/** Calls `listener` when the alarm `name` rings. Returns how to stop. */
export function onAlarm(name: string, listener: () => void): () => void {
  const heard = (alarm: { readonly name: string }) => {
    if (alarm.name === name) listener()
  }
  browser.alarms.onAlarm.addListener(heard)
  return () => browser.alarms.onAlarm.removeListener(heard)
}
