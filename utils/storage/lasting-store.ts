import type { DBSchema, IDBPDatabase } from 'idb'
import browser from 'webextension-polyfill'
import { connectTo } from './database'

/** Keeps sealed texts, one per slot. */
export interface SealedTexts {
  read(slot: string): Promise<string | null>
  write(slot: string, sealed: string): Promise<void>
  /**
   * Forgets all of them; in their place lies an empty text, which opens as nothing: that there was
   * something must not be forgotten, lest a code be typed again right after the vault was restored.
   */
  clear(): Promise<void>
}

interface Schema extends DBSchema {
  sealed: { key: string; value: unknown }
}

/** Of its own: what goes wrong here must not keep the vault's database from opening. */
const databaseName = 'sixpence-lasting'

const prefix = 'sealed.'
/** What lies where something was forgotten. */
const forgotten = ''

const sessionTexts: SealedTexts = {
  async read(slot) {
    const key = prefix + slot
    const stored: unknown = (await browser.storage.session.get(key))[key]
    return typeof stored === 'string' ? stored : null
  },
  write: (slot, sealed) => browser.storage.session.set({ [prefix + slot]: sealed }),
  async clear() {
    const keys = Object.keys(await browser.storage.session.get(null))
    const ours = keys.filter((key) => key.startsWith(prefix))
    await browser.storage.session.set(Object.fromEntries(ours.map((key) => [key, forgotten])))
  },
}

/**
 * Keeps sealed texts in `session` and, in case that is emptied (the browser ends, the extension is
 * reloaded), in IndexedDB too, both at once. The first has to succeed; a disk that is full costs the
 * second copy, and nobody their log-in.
 */
export function createLastingStore(session: SealedTexts = sessionTexts): SealedTexts {
  const use = connectTo<Schema>(databaseName, 1, (upgraded) => {
    upgraded.createObjectStore('sealed')
  })
  const onDisk = <T>(work: (disk: IDBPDatabase<Schema>) => Promise<T>): Promise<T | null> =>
    use(work).catch(() => null)
  return {
    read: async (slot) =>
      (await session.read(slot)) ?? (await onDisk((disk) => readFrom(disk, slot))),
    async write(slot, sealed) {
      await Promise.all([
        session.write(slot, sealed),
        onDisk((disk) => disk.put('sealed', sealed, slot)),
      ])
    },
    async clear() {
      await Promise.all([session.clear(), onDisk(forget)])
    },
  }
}

async function forget(disk: IDBPDatabase<Schema>): Promise<void> {
  const keys = await disk.getAllKeys('sealed')
  await Promise.all(keys.map((key) => disk.put('sealed', forgotten, key)))
}

async function readFrom(disk: IDBPDatabase<Schema>, slot: string): Promise<string | null> {
  const stored = await disk.get('sealed', slot)
  return typeof stored === 'string' ? stored : null
}
