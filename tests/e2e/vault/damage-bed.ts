import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Bytes } from '@/utils/bytes/bytes'
import { type App, type BrowserName, launch } from '../../driver'
import { isLongRun } from '../../long-run'
import { masterPassword, type TakenSession, takeSession } from './bed'
import { keepEngines } from './engines'
import { fillEngine } from './fill-engine'
import { keyOf } from './keys'
import { accountNumber, draftsOf, startSaving, watchSaving } from './saving'
import { readStored } from './stored'

/** How many saves the vault begins with; each adds one account. */
export const savedAccounts = 4

/** Has the account of that number saved, and waits for it. */
export async function saveAccount(app: App, number: number, session: TakenSession): Promise<void> {
  const page = await app.openManage('#/settings')
  await startSaving(page, await draftsOf([accountNumber(number)], session))
  await watchSaving(page, 0)
  await page.close()
}

/** A vault of four saves, spread over old and new files of the engine; the browser is closed then. */
async function prepare(browser: BrowserName, profile: string): Promise<string> {
  const app = await launch(browser, { profile })
  await app.createVault(masterPassword)
  const session = await takeSession(app)
  for (let number = 0; number < savedAccounts; number += 1) {
    if (browser === 'chromium' && isLongRun && number === savedAccounts - 1) await fillEngine(app)
    await saveAccount(app, number, session)
  }
  await app.close()
  return app.version
}

/** Works on such a vault; `putBack` makes a closed browser's disk what it was before. */
export async function withPrepared<T>(
  browser: BrowserName,
  work: (app: App, putBack: () => void, dek: Bytes) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'damaged-profile-'))
  const profile = path.join(folder, 'profile')
  try {
    await prepare(browser, profile)
    const putBack = keepEngines(browser, profile, path.join(folder, 'kept'))
    const app = await launch(browser, { profile })
    try {
      const dek = await keyOf((await readStored(app)).generations, masterPassword)
      if (dek === null) throw new Error('the vault was not made')
      return await work(app, putBack, dek)
    } finally {
      await app.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
