import { beforeAll, describe, expect, test } from 'vitest'
import { type App, browsers, launch, type Page } from '../driver'
import { sleep, waitUntil } from '../driver/waiting'
import { record } from '../long-run'
import { startPlainSite } from './plain-site'

const password = 'quiet lantern orbit velvet'
const lines = [
  'otpauth://totp/Bank:ada?secret=JBSWY3DPEHPK3PXP&issuer=Bank',
  'otpauth://totp/Mail:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Mail',
].join('\n')

/** The shortest time that settings offer. */
const seconds = 10
/** Emptied at most this long after its time. */
const lateMs = 2_000

describe.each(browsers)('the clipboard in %s', (browser) => {
  let app: App
  let page: Page

  beforeAll(async () => {
    const site = await startPlainSite()
    app = await launch(browser)
    await app.createVault(password)
    await app.importText(lines)
    const manage = await app.openManage('#/settings')
    await manage.waitFor('[data-testid=clear-clipboard]')
    await choose(manage, String(seconds))
    await manage.close()
    page = await app.openTab(`${site.origin}/`)
    return async () => {
      await app.close()
      await site.close()
    }
  })

  /** What a paste with the keyboard puts into a page: no more rights than a user has. */
  async function pasted(): Promise<string> {
    await page.bringToFront()
    await page.evaluate(() => {
      const field = document.querySelector('textarea')
      if (field) field.value = ''
      field?.focus()
    })
    await page.press('Control+v')
    // A key after it: once that is there, so is what was pasted.
    await page.press('x')
    await page.waitFor(() => document.querySelector('textarea')?.value.endsWith('x'))
    return (await page.value('textarea')).slice(0, -1)
  }

  /** Copies the code of the first or second row in the popup, which then closes. */
  async function copyInPopup(
    row: number,
    said = `${seconds} s`,
  ): Promise<{ code: string; atMs: number }> {
    const popup = await app.openPopup(page)
    const main = `[aria-posinset="${row + 1}"] button`
    await popup.waitFor(main)
    await earlyInStep()
    await popup.click(main)
    await popup.waitFor('[data-testid=toast]')
    const atMs = Date.now()
    expect(await popup.text('[data-testid=toast]')).toContain(said)
    const code = await popup.evaluate(
      () => document.querySelector('[data-copied] [data-testid=code]')?.textContent ?? '',
    )
    await popup.close()
    return { code, atMs }
  }

  /** The clipboard holds `code`, and nothing from its time on. */
  async function expectEmptiedInTime(code: string, copiedAtMs: number, what: string) {
    expect(await pasted()).toBe(code)
    await waitUntil('it to be emptied', async () => (await pasted()) !== code, 30_000)
    const afterMs = Date.now() - copiedAtMs
    expect(await pasted()).toBe('')
    expect(afterMs).toBeGreaterThan(seconds * 1000 - lateMs)
    expect(afterMs).toBeLessThanOrEqual(seconds * 1000 + lateMs)
    const result = `emptied ${(afterMs / 1000).toFixed(1)} s after a copy for ${seconds} s`
    record({ promise: 'P15', what, where: app.version, count: 1, result })
  }

  test('holds a copied code with the popup closed, and is emptied in time', async () => {
    const { code, atMs } = await copyInPopup(0)
    expect(code).toMatch(/^\d{6}$/)
    await expectEmptiedInTime(code, atMs, 'popup closed')
  })

  test('is emptied in time though the background was stopped in between', async () => {
    const { code, atMs } = await copyInPopup(0)
    await app.stopWorker()
    await expectEmptiedInTime(code, atMs, 'popup closed, background stopped')
  })

  test('is emptied counting from the last copy', async () => {
    await copyInPopup(0)
    await sleep((seconds * 1000) / 2)
    const { code, atMs } = await copyInPopup(1)
    await expectEmptiedInTime(code, atMs, 'copied again meanwhile')
  })

  test('is emptied at once when the vault is locked', async () => {
    // A paste of nothing may take the display five seconds: its time has to be well beyond those.
    const longer = 3 * seconds
    const manage = await app.openManage('#/settings')
    await manage.waitFor('[data-testid=clear-clipboard]')
    await choose(manage, String(longer))
    await manage.close()
    const { code } = await copyInPopup(0, `${longer} s`)
    expect(await pasted()).toBe(code)
    const lockedAtMs = Date.now()
    await app.lock()
    await waitUntil('it to be emptied', async () => (await pasted()) === '', longer * 1000)
    const afterMs = Date.now() - lockedAtMs
    await app.unlock(password)
    expect(afterMs).toBeLessThan((longer * 1000) / 2)
  })

  test('keeps what was copied where people chose that it is never emptied', async () => {
    const manage = await app.openManage('#/settings')
    await manage.waitFor('[data-testid=clear-clipboard]')
    await choose(manage, '0')
    await manage.close()
    const { code } = await copyInPopup(0, 'Copied')
    await sleep(seconds * 1000 + lateMs)
    expect(await pasted()).toBe(code)
  })

  test('sees no error of our own code', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})

/** What was copied is read off the row a moment later: no other code may stand there by then. */
async function earlyInStep(): Promise<void> {
  const leftMs = 30_000 - (Date.now() % 30_000)
  if (leftMs < 6_000) await sleep(leftMs)
}

async function choose(manage: Page, value: string): Promise<void> {
  await manage.evaluate((chosen: string) => {
    const select = document.querySelector<HTMLSelectElement>('[data-testid=clear-clipboard]')
    if (select === null) return
    select.value = chosen
    select.dispatchEvent(new Event('input', { bubbles: true }))
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }, value)
  await manage.waitFor('[data-testid=toast]')
}
