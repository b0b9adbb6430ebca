type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>
type Listener = (changes: Changes, area: string) => void

function fakeArea(area: string, listeners: Set<Listener>) {
  const items = new Map<string, unknown>()
  const tell = (changes: Changes) => {
    for (const listener of listeners) listener(changes, area)
  }
  return {
    async get(key: string | null) {
      if (key === null) return structuredClone(Object.fromEntries(items))
      return items.has(key) ? { [key]: structuredClone(items.get(key)) } : {}
    },
    async set(values: Record<string, unknown>) {
      for (const [key, newValue] of Object.entries(JSON.parse(JSON.stringify(values)))) {
        items.set(key, newValue)
        tell({ [key]: { newValue } })
      }
    },
    async remove(keys: string | readonly string[]) {
      for (const key of typeof keys === 'string' ? [keys] : keys) {
        if (items.delete(key)) tell({ [key]: {} })
      }
    },
    items,
  }
}

/** As much of browser.storage as the stores use; values pass through JSON as in Chromium. */
export function fakeBrowser() {
  const listeners = new Set<Listener>()
  const storage = {
    session: fakeArea('session', listeners),
    local: fakeArea('local', listeners),
    onChanged: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
  }
  return { storage }
}
