import { fromBase64 } from '@/utils/bytes/base64'
import type { App } from '../../driver'
import { isLongRun } from '../../long-run'
import { mine } from '../../tour/stage'
import { takeSession } from './bed'
import { kekOf } from './keys'
import { addAccounts, failToSave } from './marked-accounts'
import {
  changeSettings,
  copyAndReveal,
  demandRescued,
  exportBackup,
  exportPlain,
  fillAndWait,
  restoreBackup,
  spoilOlderSave,
} from './marked-features'
import { usePasskey } from './marked-passkey'
import type { Markers } from './markers'
import { changePassword } from './password-change'
import { readStored } from './stored'

/**
 * A user's life with every feature in it, all marked; in short without what derives one more key
 * each. The site that the browser itself knows of (it was visited, and allowed) is 127.0.0.1 and no
 * marker: where one goes and what one allows lies in the browser's own history and preferences by
 * the browser's doing. The hosts that accounts are bound to and that were never visited are markers.
 */
export async function liveMarkedLife(app: App, siteUrl: string, markers: Markers): Promise<void> {
  const first = `${markers.word('first master password')} one`
  const second = `${markers.word('second master password')} two`
  await app.createVault(first)
  await noteKeys(app, first, 'first', markers)
  await addAccounts(app, siteUrl, markers)
  await editOne(app, markers)
  await keepBackups(app, first, markers)
  await changePassword(app, first, second)
  await changeSettings(app)
  await app.lock()
  await spoilOlderSave(app)
  await app.unlock(second)
  await demandRescued(app)
  await noteKeys(app, second, 'second', markers)
  if (isLongRun) await copyAndReveal(app, second)
  if (isLongRun && app.browser === 'chromium') await usePasskey(app, second, markers)
  await fillAndWait(app, siteUrl)
  await leaveDraft(app, siteUrl, markers)
  await failToSave(app, markers)
}

/** All keys of now, found out from outside: the vault hands out none. */
async function noteKeys(app: App, password: string, when: string, markers: Markers): Promise<void> {
  markers.bytes(`${when} data key`, fromBase64((await takeSession(app)).dek))
  const newest = (await readStored(app)).generations[0]
  if (!newest) throw new Error('nothing is stored')
  for (const kek of await kekOf(newest.protected, password)) {
    markers.bytes(`${when} key of the password`, kek)
  }
}

async function editOne(app: App, markers: Markers): Promise<void> {
  const page = await app.openManage('#/accounts')
  await page.click(mine('edit-account'))
  await page.fill(mine('field-label'), markers.word('edited label'))
  await page.click(mine('save-form'))
  await page.waitFor(mine('toast'))
  await page.close()
}

/** Out into a backup, away, and back again. */
async function keepBackups(app: App, masterPassword: string, markers: Markers): Promise<void> {
  const password = markers.word('backup password')
  const file = await exportBackup(app, password)
  await deleteFirst(app)
  if (!isLongRun) return
  await restoreBackup(app, file, password)
  const secret = markers.needles.find(({ name }) => name === 'kept secret')?.value
  await exportPlain(app, masterPassword, String(secret))
}

/** The first of the list, by name; the account of the site is the last. */
async function deleteFirst(app: App): Promise<void> {
  const page = await app.openManage('#/accounts')
  await page.click(mine('delete-account'))
  await page.waitFor(mine('toast'))
  await page.close()
}

async function leaveDraft(app: App, siteUrl: string, markers: Markers): Promise<void> {
  const page = await app.openTab(siteUrl)
  const popup = await app.openPopup(page)
  await popup.click(mine('add-account'))
  await popup.fill(mine('field-issuer'), markers.word('draft issuer'))
  await popup.fill(mine('field-label'), markers.word('draft label'))
  await popup.fill(mine('field-secret'), markers.secret('draft secret'))
  await popup.close()
}
