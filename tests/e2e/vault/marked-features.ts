import { readFileSync, rmSync } from 'node:fs'
import type { App, Page } from '../../driver'
import { mine, until } from '../../tour/stage'
import { readStored } from './stored'

const slowly = { timeoutMs: 30_000 }

/** Copies the code of the first account, and has its secret and QR code shown and copied. */
export async function copyAndReveal(app: App, password: string): Promise<void> {
  const page = await app.openManage('#/accounts')
  await page.click(`${mine('account-row')} > button`)
  await page.waitFor('[data-copied]')
  // The buttons of a row come up when it has the focus.
  await page.waitFor(mine('reveal-account'))
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('[data-testid=reveal-account]')?.focus(),
  )
  await page.press('Enter')
  await page.fill(mine('reveal-password'), password)
  await page.click(mine('reveal-confirm'))
  await page.waitFor(mine('qr-code'), slowly)
  await page.click(mine('copy-secret'))
  await until('the secret is copied', async () => (await page.text(mine('copied'))) !== '')
  await page.close()
}

/** Makes the encrypted backup. Returns its file. */
export async function exportBackup(app: App, password: string): Promise<string> {
  const page = await app.openManage('#/backup')
  await page.fill(mine('backup-password'), password)
  await page.fill(mine('backup-password-repeat'), password)
  const file = await app.download(async () => {
    await page.click(mine('export-backup'))
    await page.waitFor(mine('export-done'), slowly)
  })
  await page.close()
  return file
}

/** Takes back from the backup what was deleted since. */
export async function restoreBackup(app: App, file: string, password: string): Promise<void> {
  const page = await app.openManage('#/backup')
  await page.setFiles(mine('restore-file'), [file])
  await page.fill(mine('restore-password'), password)
  await page.click(mine('restore-open'))
  await page.waitFor(mine('restore-preview'), slowly)
  await page.click(mine('restore-apply'))
  await page.waitFor(mine('restore-report'))
  await page.close()
}

/**
 * Makes the copy that anybody can read. It is what it is on purpose, and is looked at here and
 * thrown away: what is searched later is whether the browser kept any of it besides.
 */
export async function exportPlain(app: App, password: string, secret: string): Promise<void> {
  const page = await app.openManage('#/backup')
  await page.click(mine('plain-sure'))
  await page.fill(mine('plain-password'), password)
  const file = await app.download(async () => {
    await page.click(mine('export-plain'))
    await page.waitFor(mine('export-done'), slowly)
  })
  if (!readFileSync(file, 'utf8').includes(secret)) throw new Error('the plain copy is not plain')
  rmSync(file)
  await page.close()
}

/** Two settings, each a save of its own. */
export async function changeSettings(app: App): Promise<void> {
  const page = await app.openManage('#/settings')
  await choose(app, page, 'clear-clipboard', '120')
  await choose(app, page, 'lock-at-latest', '720')
  await page.close()
}

async function choose(app: App, page: Page, name: string, value: string): Promise<void> {
  await page.waitFor(mine(name))
  const before = await newestSave(app)
  await page.evaluate(
    (selector: string, chosen: string) => {
      const select = document.querySelector<HTMLSelectElement>(selector)
      if (select === null) return
      select.value = chosen
      select.dispatchEvent(new Event('input', { bubbles: true }))
      select.dispatchEvent(new Event('change', { bubbles: true }))
    },
    mine(name),
    value,
  )
  await until(`${name} is saved`, async () => (await newestSave(app)) > before)
}

async function newestSave(app: App): Promise<number> {
  return (await readStored(app)).generations[0]?.generation ?? 0
}

/** Spoils the save before the newest while the vault is locked. Resolves once that is done. */
export async function spoilOlderSave(app: App): Promise<void> {
  await app.background.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await asked(indexedDB.open('sixpence'))
    const tx = database.transaction('generations', 'readwrite')
    const store = tx.objectStore('generations')
    const older = (await asked(store.getAll())).at(-2)
    older.ciphertext[0] ^= 0xff
    await asked(store.keyPath === null ? store.put(older, older.generation) : store.put(older))
    database.close()
  })
}

/** Throws unless what was spoiled is kept apart. */
export async function demandRescued(app: App): Promise<void> {
  await until('the damaged piece is kept', async () =>
    Object.keys((await readStored(app)).files).some((name) => /\/damaged-/.test(name)),
  )
}

/** A prompt is filled, and the next one of the same account waits for its next code. */
export async function fillAndWait(app: App, siteUrl: string): Promise<void> {
  const page = await app.openTab(`${siteUrl}/prompt`)
  await until('the code is filled', async () => /^\d{6}$/.test(await page.value('#code')))
  const second = await app.openTab(`${siteUrl}/prompt?second`)
  await until('the second prompt waits', async () => (await badges(app)).includes('…'))
  if ((await second.value('#code')) !== '') throw new Error('a code was typed twice')
  await second.close()
  await page.close()
}

function badges(app: App): Promise<string[]> {
  return app.background.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(by: object): Promise<{ id: number }[]> }
        action: { getBadgeText(of: object): Promise<string> }
      }
    }
    const tabs = await chrome.tabs.query({})
    return Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id })))
  })
}
