/** Work done one after the other, in the order it was added. */
export interface Queue {
  add<T>(work: () => Promise<T>): Promise<T>
}

/** An empty queue. What fails does not hold up what comes after it. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    add(work) {
      const next = last.then(work, work)
      last = next
      return next
    },
  }
}
