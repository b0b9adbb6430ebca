/** How long the driver waits for anything, unless told otherwise, in ms. */
export const defaultTimeoutMs = 10_000

/** Resolves after `ms`. */
export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * Asks again and again until the answer is truthy, and returns that answer.
 * Throws `what` with the last failure when the time is up.
 */
export async function waitUntil<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeoutMs: number = defaultTimeoutMs,
): Promise<NonNullable<T>> {
  const endMs = Date.now() + timeoutMs
  for (;;) {
    const answer = await attempt(ask)
    if ('value' in answer && answer.value) return answer.value as NonNullable<T>
    if (Date.now() >= endMs) {
      const reason = 'failure' in answer ? `: ${answer.failure}` : ''
      throw new Error(`waited ${timeoutMs} ms for ${what}${reason}`)
    }
    await sleep(50)
  }
}

async function attempt<T>(ask: () => T | Promise<T>): Promise<{ value: T } | { failure: string }> {
  try {
    return { value: await ask() }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

/** Gives up on an answer after 3 s: a worker that ends at the wrong moment answers nothing, ever. */
export function soon<T>(answer: Promise<T>): Promise<T> {
  return Promise.race([
    answer,
    sleep(3_000).then(() => Promise.reject(new Error('the worker does not answer'))),
  ])
}
