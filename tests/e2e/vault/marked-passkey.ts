import { fromBase64, toBase64 } from '@/utils/bytes/base64'
import { toUtf8 } from '@/utils/bytes/utf8'
import { vaultEnvelope } from '@/utils/vault/envelope'
import { hkdfSha256 } from '@/utils/vault/hkdf'
import { openPasskeySlot, passkeySlots } from '@/utils/vault/passkey-slot'
import { decodeVaultHeader } from '@/utils/vault/vault-header'
import type { App, Page } from '../../driver'
import { addAuthenticator } from '../../driver/chromium-authenticator'
import { mine } from '../../tour/stage'
import { takeSession } from './bed'
import type { Markers } from './markers'
import { readStored } from './stored'

const slowly = { timeoutMs: 30_000 }

/** Adds a passkey, locks, and unlocks with it. Chromium only; what the passkey answers is marked. */
export async function usePasskey(app: App, password: string, markers: Markers): Promise<void> {
  const page = await app.openManage('#/settings')
  await addAuthenticator(page)
  await overhear(page)
  const name = markers.word('name of the passkey')
  await page.click(mine('add-passkey'))
  await page.fill(mine('passkey-name'), name)
  await page.fill(mine('passkey-password'), password)
  await page.click(mine('passkey-add-confirm'))
  await page.waitForText(name, slowly)
  await page.waitFor(() => document.querySelector('dialog') === null, slowly)
  await page.click(mine('lock'))
  await page.click(mine('unlock-passkey'))
  await page.waitFor(mine('lock'), slowly)
  await noteAnswer(app, await overheard(page), markers)
  await page.close()
}

/** The answer is marked, and the key that is made of it; first it must prove to be the answer. */
async function noteAnswer(app: App, answer: string, markers: Markers): Promise<void> {
  const prf = fromBase64(answer)
  const { vaultId, dek } = await takeSession(app)
  const newest = (await readStored(app)).generations[0]
  const [slot] = newest ? passkeySlots(decodeVaultHeader(newest.protected).slots) : []
  const opened = slot ? await openPasskeySlot(vaultId, slot, prf) : null
  if (opened === null || toBase64(opened) !== dek) throw new Error('it is not the answer')
  markers.bytes('answer of the passkey', prf)
  const kek = await hkdfSha256(prf, toUtf8(`${vaultEnvelope.label}.passkey`))
  markers.bytes('key of the passkey', kek)
}

interface Overhearing extends Window {
  answer: string
}

/** Has the page remember what passkeys answer, which the product wipes. */
function overhear(page: Page): Promise<void> {
  return page.evaluate(() => {
    const own = window as unknown as Overhearing
    const { credentials } = navigator
    const get = credentials.get.bind(credentials)
    credentials.get = async (options) => {
      const used = await get(options)
      const results = (used as PublicKeyCredential).getClientExtensionResults()
      const first = new Uint8Array(results.prf?.results?.first as ArrayBuffer)
      own.answer = btoa(String.fromCharCode(...first))
      return used
    }
  })
}

function overheard(page: Page): Promise<string> {
  return page.evaluate(() => (window as unknown as Overhearing).answer)
}
