import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, launch, type Page } from '@/tests/driver'
import { type Authenticator, addAuthenticator } from '@/tests/driver/chromium-authenticator'
import { saveAccount } from './fill-seed'

const password = 'copper lantern drift mosaic'
const newPassword = 'velvet harbor quiet signal'
const id = (name: string) => `[data-testid=${name}]`
const slowly = { timeoutMs: 30_000 }

const secretBase32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const login = '<!doctype html><h1>Two-factor</h1><label>Code <input name="otp"></label>'

let server: Server
let origin: string
let app: App
let page: Page
let authenticator: Authenticator

beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(login)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  app = await launch('chromium', { grantedOrigins: [origin] })
  await app.createVault(password)
  await app.importText('otpauth://totp/Bank:me?secret=JBSWY3DPEHPK3PXP&issuer=Bank')
  page = await app.openManage('#/settings')
  await saveAccount(page, { id: 'ada', origin, secretBase32 })
  authenticator = await addAuthenticator(page)
}, 60_000)
afterAll(async () => {
  await app?.close()
  server?.close()
})

async function lock(): Promise<void> {
  await page.click(id('lock'))
  await page.waitFor(id('master-password'))
}

async function unlockByPassword(with_: string): Promise<void> {
  await page.fill(id('master-password'), with_)
  await page.click(id('unlock'))
  await page.waitFor(id('lock'), slowly)
}

async function add(name: string, masterPassword = password): Promise<void> {
  await page.click(id('add-passkey'))
  await page.fill(id('passkey-name'), name)
  await page.fill(id('passkey-password'), masterPassword)
  await page.click(id('passkey-add-confirm'))
  await page.waitForText(name, slowly)
  await page.waitFor(() => document.querySelector('dialog') === null, slowly)
}

describe('a passkey', () => {
  test('needs the master password to be added', async () => {
    await page.click(id('add-passkey'))
    await page.fill(id('passkey-password'), 'not the password')
    await page.click(id('passkey-add-confirm'))
    await page.waitFor(id('error'), slowly)
    expect(await authenticator.count()).toBe(0)
    await page.press('Escape')
  })

  test('is added by its name and listed', async () => {
    await add('Laptop')
    expect(await authenticator.count()).toBe(1)
    expect(await page.count(id('passkey-row'))).toBe(1)
  })

  test('unlocks, and leaves the way by password as it was', async () => {
    await lock()
    await page.click(id('unlock-passkey'))
    await page.waitFor(id('lock'), slowly)
    expect((await app.accounts()).map(({ issuer }) => issuer)).toContain('Bank')
    await lock()
    await unlockByPassword(password)
  })

  test('unlocks for a page that waits, gives way to it and closes its tab', async () => {
    const waiting = await app.openTab(`${origin}/`)
    await page.bringToFront()
    if ((await page.count(id('lock'))) > 0) await lock()
    await openFrom(app, `${origin}/`)
    await page.evaluate(() => {
      location.hash = '#/passkey'
      location.reload()
    })
    await expect.poll(() => page.isClosed()).toBe(true)
    await waiting.waitFor(() => document.querySelector('input')?.value.length === 6)
    expect(await waiting.evaluate(() => document.visibilityState)).toBe('visible')
    await waiting.close()
  })
})

describe('after a change of the password', () => {
  test('the passkey that was presented unlocks, the other is gone', async () => {
    page = await app.openManage('#/settings')
    authenticator = await addAuthenticator(page)
    await add('Another laptop')
    await page.waitFor(() => document.querySelectorAll('[data-testid=passkey-row]').length === 2)
    await changePassword(password, newPassword)
    await page.waitForText('not presented', slowly)
    await page.waitFor(() => document.querySelectorAll('[data-testid=passkey-row]').length === 1)
    await lock()
    await page.click(id('unlock-passkey'))
    await page.waitFor(id('lock'), slowly)
    await page.waitForText('Another laptop')
  })
})

describe('a removed passkey', () => {
  test('needs the master password to go, and is offered no more', async () => {
    await page.click(id('remove-passkey'))
    await page.fill(id('passkey-password'), password)
    await page.click(id('passkey-remove-confirm'))
    await page.waitForText('not the master password', slowly)
    await page.fill(id('passkey-password'), newPassword)
    await page.click(id('passkey-remove-confirm'))
    await page.waitForText('Passkey removed', slowly)
    await page.waitFor(() => document.querySelector('[data-testid=passkey-row]') === null)
    await lock()
    expect(await page.count(id('unlock-passkey'))).toBe(0)
    await unlockByPassword(newPassword)
  })
})

describe('a passkey that the device lost', () => {
  test('leaves the vault locked, says what to do, and the password opens', async () => {
    await add('Lost', newPassword)
    await authenticator.clear()
    await lock()
    await page.click(id('unlock-passkey'))
    await page.waitForText('No passkey was used', slowly)
    expect(await page.count(id('lock'))).toBe(0)
    await unlockByPassword(newPassword)
  })
})

describe('a device whose passkeys have no PRF', () => {
  test('is refused with a sentence, and no passkey is added', async () => {
    const other = await app.openManage('#/settings')
    await addAuthenticator(other, { hasPrf: false })
    await other.click(id('add-passkey'))
    await other.fill(id('passkey-password'), newPassword)
    await other.click(id('passkey-add-confirm'))
    await other.waitForText('cannot open a vault', slowly)
    expect(await other.count(id('passkey-row'))).toBe(1)
    await other.close()
  })
})

// The last: a request that nobody answers keeps virtual authenticators of other tabs from theirs.
describe('the popup', () => {
  test('offers a passkey, and goes to a tab beside the page for it', async () => {
    await page.bringToFront()
    await lock()
    const waiting = await app.openTab(`${origin}/`)
    const popup = await app.openPopup(waiting)
    await popup.click(id('unlock-passkey'))
    await popup.closed
    await expect.poll(() => errandOf(app)).toBe('opened by the page')
    await (await tabAt('#/passkey')).close()
    await waiting.close()
  })
})

async function changePassword(from: string, to: string): Promise<void> {
  await page.fill(id('current-password'), from)
  await page.fill(id('new-password'), to)
  await page.fill(id('repeat-password'), to)
  await page.click(id('change-password'))
  await page.waitFor(id('toast'), slowly)
}

async function tabAt(hash: string): Promise<Page> {
  const find = async () => {
    for (const tab of await app.tabs()) if ((await tab.url()).endsWith(hash)) return tab
    return null
  }
  await expect.poll(find).not.toBeNull()
  return (await find()) ?? expect.fail()
}

/** Whether the tab that the popup opened is one, and belongs to the page before it. */
function errandOf(running: App): Promise<string> {
  return running.background.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Tabs }
    const all = await chrome.tabs.query({})
    const errand = all.find((tab) => tab.openerTabId !== undefined && tab.active)
    const opener = all.find((tab) => tab.id === errand?.openerTabId)
    return opener && errand?.index === opener.index + 1 ? 'opened by the page' : 'not there'
  })
}

/** Makes the front tab one that was opened from the tab that shows `url`. */
function openFrom(running: App, url: string): Promise<void> {
  return running.background.evaluate(async (opener: string) => {
    const { chrome } = globalThis as unknown as { chrome: Tabs }
    const all = await chrome.tabs.query({})
    const front = all.find((tab) => tab.active)
    const openerTabId = all.find((tab) => tab.url === opener)?.id
    await chrome.tabs.update(front?.id ?? -1, { openerTabId: openerTabId ?? -1 })
  }, url)
}

interface Tabs {
  readonly tabs: {
    query(by: object): Promise<Tab[]>
    update(id: number, change: object): Promise<void>
  }
}

interface Tab {
  readonly id: number
  readonly index: number
  readonly active: boolean
  readonly url?: string
  readonly openerTabId?: number
}
