import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, browsers, launch } from '../driver'

const password = 'quiet lantern orbit velvet'
const alpha = 'otpauth://totp/Alpha:ada?secret=JBSWY3DPEHPK3PXP&issuer=Alpha'
const beta = 'otpauth://totp/Beta:ada?secret=GEZDGNBVGY3TQOJQ&issuer=Beta'

/** Names and numbers of the files in the second place, seen from the background. */
const copies = (app: App) =>
  app.background.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('vault', { create: true })
    const found: Record<string, number | null> = {}
    for await (const [name, handle] of folder.entries()) {
      const text = await (await (handle as FileSystemFileHandle).getFile()).text()
      found[name] = name.startsWith('copy') ? JSON.parse(text).generation : null
    }
    return found
  })

/** Takes the newest `count` generations out of the database, as a lost tail of its log does. */
const loseGenerations = (app: App, count: number) =>
  app.background.evaluate(async (lost) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('sixpence')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const store = database.transaction('generations', 'readwrite').objectStore('generations')
    await new Promise<void>((resolve) => {
      let left = lost
      store.openCursor(null, 'prev').onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result
        if (cursor === null || left === 0) return resolve()
        left -= 1
        cursor.delete()
        cursor.continue()
      }
    })
    database.close()
  }, count)

describe.each(browsers)('in %s, the second copy', (browser) => {
  let app: App
  const issuers = async () => (await app.accounts()).map(({ issuer }) => issuer)

  beforeAll(async () => {
    app = await launch(browser)
    await app.createVault(password)
    await app.importText(alpha)
    await app.importText(beta)
  })
  afterAll(() => app.close())

  it('is written by pages, in turn, and read by the background', async () => {
    expect(await copies(app)).toEqual({ 'copy-a': 3, 'copy-b': 2 })
  })

  it('is written by the background too', async () => {
    const written = await app.background.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const file = await root.getFileHandle('probe', { create: true })
      const writable = await file.createWritable()
      await writable.write(new Uint8Array([1, 2, 3]))
      await writable.close()
      const { size } = await file.getFile()
      await root.removeEntry('probe')
      return size
    })
    expect(written).toBe(3)
  })

  it('opens what the database lost, and the database has it again', async () => {
    await app.lock()
    await loseGenerations(app, 2)
    await app.unlock(password)
    expect(await issuers()).toEqual(['Alpha', 'Beta'])
    expect(Object.values(await copies(app))).toContain(4)
  })

  it('outlives the loss of the whole database and a restart', async () => {
    await app.lock()
    await loseGenerations(app, 100)
    await app.restart()
    await app.unlock(password)
    expect(await issuers()).toEqual(['Alpha', 'Beta'])
  })

  it('is brought up at the start of the browser, without a password', async () => {
    const before = await copies(app)
    await app.background.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      await root.removeEntry('vault', { recursive: true })
    })
    await app.restart()
    await expect
      .poll(async () => Object.values(await copies(app)))
      .toEqual([Math.max(...Object.values(before).map(Number))])
  })
})
