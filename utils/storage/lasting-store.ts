import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import browser from 'webextension-polyfill'

/** Keeps sealed texts, one per slot. */
export interface SealedTexts {
  read(slot: string): Promise<string | null>
  write(slot: string, sealed: string): Promise<void>
  /** Forgets all of them. */
  clear(): Promise<void>
}

interface Schema extends DBSchema {
  sealed: { key: string; value: unknown }
}

/** Of its own: what goes wrong here must not keep the vault's database from opening. */
const databaseName = 'sixpence-lasting'

const prefix = 'sealed.'

const sessionTexts: SealedTexts = {
  async read(slot) {
    const key = prefix + slot
    const stored: unknown = (await browser.storage.session.get(key))[key]
    return typeof stored === 'string' ? stored : null
  },
  write: (slot, sealed) => browser.storage.session.set({ [prefix + slot]: sealed }),
  async clear() {
    const keys = Object.keys(await browser.storage.session.get(null))
    await browser.storage.session.remove(keys.filter((key) => key.startsWith(prefix)))
  },
}

/**
 * Keeps sealed texts in `session` and, in case that is emptied (the browser ends, the extension is
 * reloaded), in IndexedDB too. The first has to succeed; a disk that is full costs the second
 * copy, and nobody their log-in.
 */
export function createLastingStore(session: SealedTexts = sessionTexts): SealedTexts {
  return {
    read: async (slot) =>
      (await session.read(slot)) ?? (await onDisk((disk) => readFrom(disk, slot))),
    async write(slot, sealed) {
      await session.write(slot, sealed)
      await onDisk((disk) => disk.put('sealed', sealed, slot))
    },
    async clear() {
      await Promise.all([session.clear(), deleteDB(databaseName)])
    },
  }
}

async function readFrom(disk: IDBPDatabase<Schema>, slot: string): Promise<string | null> {
  const stored = await disk.get('sealed', slot)
  return typeof stored === 'string' ? stored : null
}

// Opened for each use: once in minutes, by a background that is stopped in between.
async function onDisk<T>(work: (disk: IDBPDatabase<Schema>) => Promise<T>): Promise<T | null> {
  try {
    const disk = await openDB<Schema>(databaseName, 1, {
      upgrade: (upgraded) => void upgraded.createObjectStore('sealed'),
    })
    return await work(disk).finally(() => disk.close())
  } catch {
    return null
  }
}
