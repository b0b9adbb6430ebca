import { randomBytes } from 'node:crypto'
import { fromBase32, toBase32 } from '@/utils/bytes/base32'
import { fromBase64 } from '@/utils/bytes/base64'
import type { Account } from '@/utils/vault/document'
import type { App, Page } from '../../driver'
import type { Needle } from '../../search/patterns'
import { mine, until } from '../../tour/stage'
import { type TakenSession, takeSession } from './bed'
import { kekOf } from './keys'
import { accountNumber, acknowledgedSaves, draftsOf, startSaving } from './saving'
import { readStored } from './stored'

/** Random values that stand for what must stay secret, each found nowhere else. */
export interface Markers {
  readonly needles: readonly Needle[]
  /** A word, as people type it. */
  word(name: string): string
  /** A secret in base32; its bytes must not be found either. */
  secret(name: string): string
  /** A key that came up by itself. */
  bytes(name: string, value: Uint8Array): void
}

/** No markers yet. */
export function createMarkers(): Markers {
  const needles: Needle[] = []
  return {
    needles,
    word(name) {
      const value = `m${BigInt(`0x${randomBytes(12).toString('hex')}`).toString(36)}`
      needles.push({ name, value })
      return value
    },
    secret(name) {
      const value = toBase32(randomBytes(20))
      needles.push({ name, value }, { name: `${name} as bytes`, value: fromBase32(value) })
      return value
    },
    bytes: (name, value) => void needles.push({ name, value }),
  }
}

/**
 * A user's life with every feature in it, all marked. The site that the browser itself knows of (it
 * was visited, and allowed) is 127.0.0.1 and no marker: where one goes and what one allows lies in
 * the browser's own history and preferences by the browser's doing. The hosts that accounts are
 * bound to and that were never visited are markers.
 */
export async function liveMarkedLife(app: App, siteUrl: string, markers: Markers): Promise<void> {
  const first = `${markers.word('first master password')} one`
  const second = `${markers.word('second master password')} two`
  await app.createVault(first)
  await noteKeys(app, first, 'first', markers)
  await addAccounts(app, siteUrl, markers)
  await editAndDelete(app, markers)
  await exportBackup(app, markers.word('backup password'))
  await changePassword(app, first, second)
  await app.lock()
  await app.unlock(second)
  await noteKeys(app, second, 'second', markers)
  await fillOnSite(app, siteUrl)
  await leaveDraft(app, siteUrl, markers)
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

async function addAccounts(app: App, siteUrl: string, markers: Markers): Promise<void> {
  const [issuer, label] = [markers.word('pasted issuer'), markers.word('pasted label')]
  const secret = markers.secret('pasted secret')
  await app.importText(`otpauth://totp/${issuer}:${label}?secret=${secret}&issuer=${issuer}`)
  const page = await app.openManage('#/add')
  await page.fill(mine('field-issuer'), markers.word('typed issuer'))
  await page.fill(mine('field-label'), markers.word('typed label'))
  await page.fill(mine('field-secret'), markers.secret('typed secret'))
  await page.fill(mine('field-site'), `https://${markers.word('typed site')}.example`)
  await page.click(mine('save-form'))
  await page.waitFor(mine('account-list'))
  await page.close()
  await saveByMessage(app, await takeSession(app), [
    withMarks(markers),
    {
      ...accountNumber(1),
      issuer: 'Zebra',
      sites: [{ origin: siteUrl, match: 'origin', fill: 'arrival' }],
    },
  ])
}

/** What no form asks for yet comes in as backups and the popup bring it. */
function withMarks(markers: Markers): Account {
  const parameters = { ...accountNumber(0).parameters, secretBase32: markers.secret('kept secret') }
  return {
    ...accountNumber(0),
    parameters,
    issuer: markers.word('kept issuer'),
    note: markers.word('note'),
    tags: [markers.word('tag')],
    sites: [
      { origin: `https://${markers.word('bound site')}.example`, match: 'origin', fill: 'arrival' },
    ],
  }
}

async function saveByMessage(
  app: App,
  session: TakenSession,
  accounts: readonly Account[],
): Promise<void> {
  const page = await app.openManage('#/settings')
  await startSaving(page, await draftsOf(accounts, session))
  await until('they are saved', async () => (await acknowledgedSaves(page)) === accounts.length)
  await page.close()
}

/** The first of the list, by name; the account of the site is the last. */
async function editAndDelete(app: App, markers: Markers): Promise<void> {
  const page = await app.openManage('#/accounts')
  await page.click(mine('edit-account'))
  await page.fill(mine('field-label'), markers.word('edited label'))
  await page.click(mine('save-form'))
  await page.waitFor(mine('toast'))
  await page.close()
  const again = await app.openManage('#/accounts')
  await again.click(mine('delete-account'))
  await again.waitFor(mine('toast'))
  await again.close()
}

async function exportBackup(app: App, password: string): Promise<void> {
  const page = await app.openManage('#/backup')
  await page.fill(mine('backup-password'), password)
  await page.fill(mine('backup-password-repeat'), password)
  await app.download(async () => {
    await page.click(mine('export-backup'))
    await page.waitFor(mine('export-done'), { timeoutMs: 30_000 })
  })
  await page.close()
}

/** Changes the master password as a user does, and waits until the page says so. */
export async function changePassword(app: App, from: string, to: string): Promise<void> {
  const page = await startPasswordChange(app, from, to)
  await page.waitFor(mine('toast'), { timeoutMs: 30_000 })
  await page.close()
}

/** The same up to the click that starts it. */
export async function startPasswordChange(app: App, from: string, to: string): Promise<Page> {
  const page = await app.openManage('#/settings')
  await page.fill(mine('current-password'), from)
  await page.fill(mine('new-password'), to)
  await page.fill(mine('repeat-password'), to)
  await page.click(mine('change-password'))
  return page
}

async function fillOnSite(app: App, siteUrl: string): Promise<void> {
  const page = await app.openTab(`${siteUrl}/prompt`)
  await until('the code is filled', async () => /^\d{6}$/.test(await page.value('#code')))
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
