import type { App } from '../../driver'

/**
 * Has another database of the extension write so much that Chromium's engine, which all databases
 * of an origin share, puts what was saved until now into packed tables.
 */
export async function fillEngine(app: App): Promise<void> {
  await app.background.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('filler')
      opening.onupgradeneeded = () => opening.result.createObjectStore('filler')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    for (let part = 0; part < 120; part += 1) {
      await new Promise<void>((resolve, reject) => {
        const tx = database.transaction('filler', 'readwrite')
        tx.objectStore('filler').put(crypto.getRandomValues(new Uint8Array(50_000)), part)
        tx.oncomplete = () => resolve()
        tx.onabort = () => reject(tx.error)
      })
    }
    database.close()
  })
}
