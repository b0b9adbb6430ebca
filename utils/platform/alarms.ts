import browser from 'webextension-polyfill'

/**
 * Has the alarm `name` ring at `atMs`, in place of an earlier one of that name. Browsers may ring
 * late and forget alarms on reload and update: never rely on it for safety. One that is set to
 * that moment already is left alone: set anew, it would not ring within 30 seconds in Chromium.
 */
export async function setAlarm(name: string, atMs: number): Promise<void> {
  const set = await browser.alarms.get(name)
  if (set?.scheduledTime !== atMs) await browser.alarms.create(name, { when: atMs })
}

/** Has the alarm `name` ring again and again, unless it does so already. */
export async function repeatAlarm(name: string, everyMinutes: number): Promise<void> {
  const set = await browser.alarms.get(name)
  if (set === undefined) await browser.alarms.create(name, { periodInMinutes: everyMinutes })
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
