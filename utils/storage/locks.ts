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

/** How long what comes is held up at most by what has not begun, in milliseconds. */
const patienceMs = 5_000

/**
 * Runs `work` when nothing runs in `whileBusy`, and holds up what comes. Something may hang there:
 * where nothing gets idle soon this gives up, so that what was held up goes on, and is false.
 */
export async function whenIdle(work: () => Promise<boolean>): Promise<boolean> {
  const signal = AbortSignal.timeout(patienceMs)
  let hasBegun = false
  const begin = () => {
    hasBegun = true
    return work()
  }
  try {
    return await navigator.locks.request(busy, { signal }, begin)
  } catch (error) {
    if (signal.aborted && !hasBegun) return false
    throw error
  }
}
