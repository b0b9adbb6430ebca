/** What hears events of a page, until it ends. */
export interface Listening {
  /** Hears events of these types before the page does, and stops none. */
  hear(target: EventTarget, types: readonly string[], heard: (event: Event) => void): void
  /** Has something done at the end. */
  atEnd(work: () => void): void
  /** Nothing is heard any more. */
  end(): void
}

/**
 * Hears nothing yet. An AbortSignal would end listeners as well, but costs each page several
 * kilobytes: whatever of the browser's is used there for the first time is made for our world alone.
 */
export function createListening(): Listening {
  const ends: (() => void)[] = []
  return {
    hear(target, types, heard) {
      for (const type of types) target.addEventListener(type, heard, true)
      ends.push(() => {
        for (const type of types) target.removeEventListener(type, heard, true)
      })
    },
    atEnd: (work) => void ends.push(work),
    end() {
      for (const end of ends.splice(0)) end()
    },
  }
}
