import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PNG } from 'pngjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { decode } from '@/utils/qr/decode'
import { type App, browsers, launch, type Page } from '../driver'

const password = 'quiet lantern orbit velvet'
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const uri = `otpauth://totp/Bank%20%26%20Co:ada%40example.org?secret=${secret}&issuer=Bank%20%26%20Co&algorithm=SHA256&digits=8&period=60`
const id = (name: string) => `[data-testid=${name}]`

describe.each(browsers)('the secret of an account in %s', (browser) => {
  let app: App
  let manage: Page
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sixpence-reveal-'))
    app = await launch(browser)
    await app.createVault(password)
    await app.importText(uri)
    manage = await app.openManage()
    return async () => {
      await app.close()
      await rm(folder, { recursive: true })
    }
  })

  /** All that a page holds: its markup and what stands in its fields. */
  const held = (page: Page) =>
    page.evaluate(() => {
      const fields = [...document.querySelectorAll('input, textarea')]
      const values = fields.map((field) => (field as HTMLInputElement).value)
      // The words too: what is parted by markup is not to be found in it.
      const { outerHTML, textContent } = document.documentElement
      return [outerHTML, textContent, ...values].join('\n')
    })

  async function ask(given: string): Promise<void> {
    await manage.fill(id('reveal-password'), given)
    await manage.click(id('reveal-confirm'))
  }

  async function openDialog(): Promise<void> {
    await manage.bringToFront()
    await manage.waitFor(id('account-row'))
    // The buttons of a row come up when it has the focus.
    await manage.evaluate(() =>
      document.querySelector<HTMLElement>('[data-testid=reveal-account]')?.focus(),
    )
    await manage.press('Enter')
    await manage.waitFor(id('reveal-password'))
  }

  test('is not in the page before the password, nor after a wrong one', async () => {
    expect(await held(manage)).not.toContain(secret)
    await openDialog()
    expect(await held(manage)).not.toContain(secret)
    await ask('not my password')
    await manage.waitFor(id('error'), { timeoutMs: 30_000 })
    expect(await held(manage)).not.toContain(secret)
    expect(await manage.count(id('qr-code'))).toBe(0)
  })

  test('is shown after the right one, and a reader of QR codes gets the account', async () => {
    await ask(password)
    await manage.waitFor(id('qr-code'), { timeoutMs: 30_000 })
    expect(
      await manage.evaluate(() => document.querySelector('[data-testid=secret]')?.textContent),
    ).toBe(secret)
    expect(await held(manage)).toContain(secret)
    const file = path.join(folder, 'screen.png')
    await manage.screenshot(file)
    const { data, width, height } = PNG.sync.read(readFileSync(file))
    expect(await decode({ data: new Uint8ClampedArray(data), width, height })).toEqual([uri])
  })

  test('is hidden when another tab comes to the front, and asked for again', async () => {
    const other = await app.openTab(`${app.extensionOrigin}/popup.html`)
    await other.bringToFront()
    // Chromium under automation never hides a tab: there the page is only told so.
    if (browser === 'chromium') await pretendHidden(manage)
    // Firefox hides the tab it came from some 300 ms later, or not at all if it comes back before.
    else
      await expect
        .poll(() => manage.evaluate(() => document.hidden), { timeout: 30_000 })
        .toBe(true)
    await manage.bringToFront()
    await manage.waitFor(id('reveal-password'))
    expect(await held(manage)).not.toContain(secret)
    await other.close()
  })

  test('is gone when the vault is locked', async () => {
    await ask(password)
    await manage.waitFor(id('qr-code'), { timeoutMs: 30_000 })
    await manage.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { session: { remove(key: string): Promise<void> } } }
      }
      await chrome.storage.session.remove('keySession')
    })
    await manage.waitFor(id('master-password'))
    expect(await held(manage)).not.toContain(secret)
    await manage.fill(id('master-password'), password)
    await manage.click(id('unlock'))
    await manage.waitFor(id('account-list'), { timeoutMs: 30_000 })
    expect(await manage.count(id('qr-code'))).toBe(0)
  })

  test('stays what it is, unseen, when the account is edited', async () => {
    const before = (await app.accounts())[0]
    await manage.bringToFront()
    await manage.evaluate(() =>
      document.querySelector<HTMLElement>('[data-testid=edit-account]')?.focus(),
    )
    await manage.press('Enter')
    await manage.waitFor(id('field-label'))
    expect(await held(manage)).not.toContain(secret)
    expect(await manage.value(id('field-secret'))).toBe('')
    await manage.fill(id('field-label'), 'grace')
    await manage.click(id('save-form'))
    await manage.waitForText('grace')
    expect(await focused(manage)).toBe('edit-account')
    await openDialog()
    await ask(password)
    await manage.waitFor(id('qr-code'), { timeoutMs: 30_000 })
    expect(
      await manage.evaluate(() => document.querySelector('[data-testid=secret]')?.textContent),
    ).toBe(secret)
    expect(before?.label).toBe('ada@example.org')
  })

  test('sees no error of our own code', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})

function pretendHidden(page: Page): Promise<void> {
  return page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'hidden')
  })
}

/** The test id of what has the focus: after a dialog what it had before, or the keyboard is lost. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { activeElement } = document
    return activeElement instanceof HTMLElement ? activeElement.dataset['testid'] : undefined
  })
}
