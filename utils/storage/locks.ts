/**
 * Runs `work` while no other page or worker of the extension runs work of the same name: Web
 * Locks, which the browser takes back from whoever ends. Not re-entrant: work that asks for its
 * own name waits for ever.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(`sixpence.${name}`, work)
}

const busy = 'sixpence.busy'

/** Runs `work`; what waits for `whenIdle` waits until it is done. Any number at a time. */
export async function whileBusy<T>(work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(busy, { mode: 'shared' }, work)
}

/** Runs `work` when nothing runs in `whileBusy`, and holds up what comes. */
export async function whenIdle<T>(work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(busy, work)
}
