import { slotOf } from '@/entrypoints/background/slot'
import { fromBase64 } from '@/utils/bytes/base64'
import type { Account } from '@/utils/vault/document'
import { sealDraftWith } from '@/utils/vault/drafts'
import type { App } from '../../driver'
import { mine, until } from '../../tour/stage'
import { type TakenSession, takeSession } from './bed'
import type { Markers } from './markers'
import { accountNumber, acknowledgedSaves, draftsOf, startSaving } from './saving'

/** Pasted, typed, and saved as the popup does; the account of the site is the last by its name. */
export async function addAccounts(app: App, siteUrl: string, markers: Markers): Promise<void> {
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
  const accounts = [withMarks(markers), await ofSite(siteUrl, markers)]
  await saveByMessage(app, await takeSession(app), accounts)
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

/** Its step is an hour long: whoever asks for a second code has to wait. */
async function ofSite(siteUrl: string, markers: Markers): Promise<Account> {
  const secretBase32 = markers.secret('filled secret')
  const parameters = {
    type: 'totp',
    secretBase32,
    algorithm: 'SHA1',
    digits: 6,
    period: 3_600,
  } as const
  const slot = await slotOf(parameters)
  if (slot === null) throw new Error('the account of the site is counted')
  markers.bytes('name of the filled secret in the ledger', Buffer.from(slot.key, 'hex'))
  return {
    ...accountNumber(1),
    parameters,
    issuer: `Zebra ${markers.word('filled issuer')}`,
    sites: [{ origin: siteUrl, match: 'origin', fill: 'arrival' }],
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

/** A new secret for an account that is gone by then: it is kept as what could not be saved. */
export async function failToSave(app: App, markers: Markers): Promise<void> {
  const { dek, vaultId } = await takeSession(app)
  const secretBase32 = markers.secret('unsaved secret')
  const draft = await sealDraftWith(fromBase64(dek), vaultId, {
    kind: 'replace',
    accountId: 'account-that-is-gone',
    parameters: { ...accountNumber(0).parameters, secretBase32 },
    trashedId: 'trashed',
    sites: [],
    edited: {
      issuer: markers.word('unsaved issuer'),
      label: markers.word('unsaved label'),
      sites: [],
    },
  })
  const page = await app.openManage('#/settings')
  await startSaving(page, [draft])
  await until('it is kept as unsaved', () =>
    page.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          storage: { session: { get(key: string): Promise<{ unsaved?: { code: string }[] }> } }
        }
      }
      const { unsaved = [] } = await chrome.storage.session.get('unsaved')
      return unsaved.some(({ code }) => code === 'account-missing')
    }),
  )
  await page.close()
}
