import type { App } from '../../driver'
import type { Needle } from '../../search/patterns'

/*
 * A search that finds nothing proves nothing unless it would have found something. So the same
 * browser keeps words in clear, in every engine that the extension writes to, in the ways that are
 * hardest to see: packed, in two bytes per letter, and so that packing tears the word apart.
 */

/** The words that the search must find. */
export const controls: readonly Needle[] = [
  { name: 'database', value: 'controlDatabaseQzXwVy' },
  { name: 'database, packed', value: 'controlPackedKjHgFd' },
  { name: 'database, two bytes per letter', value: 'controlWideBnMvCx' },
  { name: 'database, large', value: 'controlLargeTrEwQa' },
  { name: 'file', value: 'controlFilePoIuYt' },
  { name: 'storage.local', value: 'controlLocalLkJhGf' },
]

/** Has the extension's background keep them. */
export async function plantControls(app: App): Promise<void> {
  const words = controls.map(({ value }) => String(value))
  await app.background.evaluate(plant, words)
}

/** Runs in the background: sees nothing of this file. */
async function plant(words: readonly string[]): Promise<void> {
  const [plain = '', packed = '', wide = '', large = '', file = '', local = ''] = words
  const torn = (word: string) => `${word.slice(0, 9)}- -${word.slice(9)}- -${word}`
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('control')
    opening.onupgradeneeded = () => opening.result.createObjectStore('words')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const put = (key: string, value: unknown) =>
    new Promise<void>((resolve, reject) => {
      const tx = database.transaction('words', 'readwrite', { durability: 'strict' })
      tx.objectStore('words').put(value, key)
      tx.oncomplete = () => resolve()
      tx.onabort = () => reject(tx.error)
    })
  await put('plain', plain)
  await put('packed', torn(packed))
  await put('wide', `\u4e2d ${torn(wide)}`)
  // Enough for Chromium's engine to write a packed table, and for Firefox to write a file.
  for (let part = 0; part < 12; part += 1) {
    await put(`large ${part}`, `${'filler '.repeat(150_000)}${torn(large)}`)
  }
  database.close()
  const root = await navigator.storage.getDirectory()
  const writable = await (await root.getFileHandle('control', { create: true })).createWritable()
  await writable.write(file)
  await writable.close()
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { local: { set(items: object): Promise<void> } } }
  }
  await chrome.storage.local.set({ control: local })
}
