import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, launch, type Page } from '../../driver'
import { type AnyHost, startAnyHost } from '../any-host'
import { badgeOf, saveAccount, sendFromPage, tabIdOf } from '../fill-seed'
import { readFromContent } from '../isolated'
import { vaultBrowsers } from '../vault/bed'
import { callOut, type Findings, layProbes, lookAround, tryAddresses } from './probe'

// What a page can find out of Sixpence before a code is typed into it. The same page stands on a
// site that Sixpence may work on, where it finds a code field and asks for a code, and on one where
// it may not and nothing of it runs: whatever differs between the two is a sign.

const allowed = 'https://allowed.example'
const plain = 'https://plain.example'
const policy = "default-src 'none'; img-src data:; script-src 'unsafe-inline' 'unsafe-eval'"
const files = [
  'manifest.json',
  'popup.html',
  'manage.html',
  'background.js',
  'content-scripts/watch.js',
  'start.js',
  'find.js',
  'fill.js',
  'icons/16.png',
  'icon/16.png',
  '_locales/en/messages.json',
  'chunks/popup.js',
]

const body = `<script>(${layProbes})()</script><h1>Two-factor</h1>
  <form><label>Code <input id="code" name="otp" autocomplete="one-time-code"></label></form>`

describe.each(vaultBrowsers)('in %s a page', (browser) => {
  let app: App
  let host: AnyHost
  let manage: Page
  let page: Page

  const findings = () => page.evaluate(() => (window as unknown as { findings: Findings }).findings)
  /** Opens the page where Sixpence works; it has found the field and asked when this is done. */
  const openAllowed = async (path: string) => {
    await page.goto(allowed + path)
    await expect.poll(() => badgeOf(manage, allowed + path)).toBe('?')
  }

  beforeAll(async () => {
    host = await startAnyHost((url) => {
      const headers = url.pathname === '/strict' ? { 'content-security-policy': policy } : {}
      return url.pathname === '/open' || url.pathname === '/strict' ? { body, headers } : null
    })
    app = await launch(browser, { proxyPort: host.proxyPort, grantedOrigins: [allowed] })
    await app.createVault('four random words here')
    manage = await app.openManage()
    // Of two accounts the user is to choose one: the button says so, and nothing is typed.
    for (const id of ['ada', 'bob']) {
      await saveAccount(manage, {
        id,
        origin: allowed,
        secretBase32: `GEZDGNBVGY3TQOJQ${id === 'ada' ? 'A' : 'B'}ZDGNBV`,
      })
    }
    page = await app.openTab(`${plain}/open`)
  })
  afterAll(async () => {
    await app?.close()
    await host?.close()
  })

  test.each(['/open', '/strict'])('at %s sees nobody touch it, call it or listen', async (path) => {
    await openAllowed(path)
    expect(await findings()).toEqual({ called: [], heard: [], changes: [] })
  })

  test('looks the same inside as where nothing of ours runs', async () => {
    await page.goto(`${plain}/open`)
    const without = await page.evaluate(lookAround)
    await openAllowed('/open')
    expect(await page.evaluate(lookAround)).toEqual(without)
  })

  test('gets no answer, whatever it says to whomever', async () => {
    await openAllowed('/open')
    const id = new URL(app.extensionOrigin).host
    const messages = [
      { type: 'fill.request', holds: false, least: 0, most: 6 },
      { type: 'content.write', code: '123456' },
      { type: 'content.point' },
      { type: 'fill.bring', part: 'fill' },
    ]
    expect(await page.evaluate(callOut, id, messages)).toEqual([])
    expect(await page.value('#code')).toBe('')
  })

  test('loads nothing of ours, as if nobody were there', async () => {
    await openAllowed('/open')
    const tried = await page.evaluate(tryAddresses, app.extensionOrigin, files)
    const nobody = app.extensionOrigin.replace(/[a-p1-9](?=[^/]*$)/, (last) =>
      last === 'a' ? 'b' : last === '2' ? '3' : last === 'b' ? 'a' : '2',
    )
    expect(tried.filter((line) => !/error/i.test(line))).toEqual([])
    expect(tried).toEqual(await page.evaluate(tryAddresses, nobody, files))
  })

  test('that breaks into our world in it finds no store, or mere numbers', async () => {
    await openAllowed('/open')
    const tabId = await tabIdOf(manage, `${allowed}/open`)
    expect(await readFromContent(manage, tabId, 'session')).toBeNull()
    const local = await readFromContent(manage, tabId, 'local')
    if (browser === 'chromium') expect(local).toBeNull()
    else expect(local).toEqual({ highWater: expect.any(Number) })
  })

  test('sees it when a code is typed: the probes are awake', async () => {
    await openAllowed('/open')
    const tabId = await tabIdOf(manage, `${allowed}/open`)
    const message = { type: 'fill.here', tabId, accountId: 'ada', when: 'now' }
    expect(await sendFromPage(manage, message)).toEqual({ ok: { kind: 'filled' } })
    expect((await findings()).heard).toContain('input')
    await page.evaluate(() => document.querySelector('#code')?.setAttribute('title', 'x'))
    expect((await findings()).called).toContain('Element.setAttribute')
    expect((await findings()).changes).toContain('attributes title')
  })
})
