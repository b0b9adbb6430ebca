import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, browsers, launch, type Page } from '@/tests/driver'
import { sleep } from '@/tests/driver/waiting'

const build = path.resolve(import.meta.dirname, '../driver/fixture-extension')
const folder = mkdtempSync(path.join(tmpdir(), 'driver-test-'))
let server: Server
let site = ''
let nobodyThere = ''

beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (request.url?.startsWith('/slow')) {
      await sleep(Math.random() * 60)
      return void response.end()
    }
    response.setHeader('content-type', 'text/html')
    if (request.url?.startsWith('/elsewhere')) {
      return void response.end(
        `<a id="go" href="/elsewhere/on">on</a><img src="/slow/${Math.random()}">`,
      )
    }
    response.end(`<title>${request.url}</title><input id="code" autofocus><p>hello</p>`)
  })
  site = await listen(server)
  const closing = createServer()
  nobodyThere = await listen(closing)
  closing.close()
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(browsers)('the driver in %s', (browser) => {
  let app: App
  let page: Page

  beforeAll(async () => {
    app = await launch(browser, {
      build,
      mayUseNetwork: true,
      prompts: true,
      colorScheme: 'dark',
      viewport: { width: 900, height: 600 },
    })
    page = await app.openTab(`${site}/first`)
  })
  afterAll(() => app?.close())

  test('shows pages at the size and in the colours asked for', async () => {
    const seen = await page.evaluate(() => ({
      size: [window.innerWidth, window.innerHeight],
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
    }))
    expect(seen).toEqual({ size: [900, 600], dark: true })
    const file = path.join(folder, 'page.png')
    await page.screenshot(file)
    const { width, height } = PNG.sync.read(readFileSync(file))
    expect([width, height]).toEqual([900, 600])
  })

  test('goes places, and tells where it is', async () => {
    await page.goto(`${site}/second`)
    expect(await page.url()).toBe(`${site}/second`)
    await page.waitForText('hello')
    await page.goto(`${site}/second#part`)
    expect(await page.evaluate(() => location.hash)).toBe('#part')
    await expect(page.goto(`${nobodyThere}/`)).rejects.toThrow()
    await page.goto(`${site}/first`)
  })

  test('is where it was sent, though the page was on its way elsewhere', async () => {
    for (let round = 0; round < 40; round++) {
      await page.goto(`${site}/elsewhere`)
      await page.click('#go')
      await page.waitFor('#go')
      const sent = `${site}/sent/${round}`
      await page.goto(sent)
      expect(await page.evaluate(() => location.href)).toBe(sent)
    }
    await page.goto(`${site}/first`)
  })

  test('clicks and types as a user does', async () => {
    const tab = await app.openManage()
    await tab.click('#press')
    expect(await tab.text('#out')).toBe('pressed, trusted true, activation true')
    await tab.fill('#name', 'Zoë & 漢字')
    expect(await tab.value('#name')).toBe('Zoë & 漢字')
    await tab.press('Enter')
    await tab.waitForText('entered Zoë & 漢字, trusted true')
    await tab.press('Control+A')
    await tab.press('x')
    await tab.waitFor(() => document.querySelector<HTMLInputElement>('#name')?.value === 'x')
    const lines = Array.from({ length: 50 }, (_, index) => `line ${index}`).join('\n')
    await tab.fill('#lines', 'short\ntext')
    expect(await tab.value('#lines')).toBe('short\ntext')
    await tab.fill('#lines', lines)
    expect(await tab.value('#lines')).toBe(lines)
    expect(await tab.count('button')).toBe(4)
    await tab.close()
    expect(await tab.isClosed()).toBe(true)
  })

  test('puts files in and gets them out, also after a popup was open', async () => {
    await (await app.openPopup(page)).close()
    const tab = await app.openManage()
    const file = path.join(folder, 'in.txt')
    writeFileSync(file, 'file contents')
    await tab.setFiles('#file', [file])
    await tab.waitForText('read file contents')
    const saved = await app.download(() => tab.click('#save'))
    expect(path.basename(saved)).toBe('saved.txt')
    expect(readFileSync(saved, 'utf8')).toBe('saved contents')
    await tab.close()
  })

  test('says what a page shows when it waited in vain', async () => {
    const wait = page.waitFor('#absent', { timeoutMs: 200 })
    await expect(wait).rejects.toThrow(/waited 200 ms for #absent .*\/first "hello"/)
  })

  test('opens the real popup, which may look at the tab it is over', async () => {
    const popup = await app.openPopup(page)
    expect(await popup.url()).toBe(`${app.extensionOrigin}/popup.html`)
    const seen = await popup.evaluate(() => (window as unknown as Fixture).look())
    expect(seen).toEqual({
      url: `${site}/first`,
      title: '/first',
      picture: 'data:image/png;base64,',
    })
    await popup.fill('#name', 'in the popup')
    await popup.press('Enter')
    await popup.waitForText('entered in the popup, trusted true')
    expect(await popup.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
      true,
    )
    const file = path.join(folder, 'popup.png')
    await popup.screenshot(file)
    expect(PNG.sync.read(readFileSync(file)).width).toBe(300)
    await popup.click('#leave')
    await popup.closed
    expect(await popup.isClosed()).toBe(true)
  })

  test('stops the worker, which wakes with the next message', async () => {
    expect(await count(page)).toBe(1)
    expect(await app.isWorkerRunning()).toBe(true)
    await app.stopWorker()
    expect(await app.isWorkerRunning()).toBe(false)
    expect(await count(page)).toBe(2)
    await app.stopWorker()
    expect(await app.background.evaluate((one, two) => one + two, 1, 2)).toBe(3)
  })

  test('hears what the extension complains of, and whom it asks on the network', async () => {
    const tab = await app.openManage()
    await tab.evaluate(async (url) => {
      const messages = ['complain', 'throw', { fetch: url }]
      for (const message of messages) await chrome.runtime.sendMessage(message)
      ;(window as unknown as Fixture).complain()
    }, `${site}/from-the-background`)
    await expect
      .poll(() => app.consoleErrors())
      .toEqual(
        expect.arrayContaining([
          'the background complains',
          expect.stringContaining('nothingOfThisName'),
          'the page complains',
        ]),
      )
    await tab.close()
  })

  test('refuses and grants a site at the real prompt', async () => {
    const refused = await app.openPopup(page)
    await app.denySite(site, () => refused.click('#ask'))
    await refused.close().catch(() => undefined)
    const popup = await app.openPopup(page)
    await app.grantSite(site, () => popup.click('#ask'))
    expect(await app.isGranted(site)).toBe(true)
    await expect.poll(() => app.background.evaluate(readAdded)).toEqual(['http://127.0.0.1/*'])
  })

  test('comes back over the same profile after a restart and after being killed', async () => {
    await app.restart()
    expect(await app.background.evaluate(readAdded)).toEqual(['http://127.0.0.1/*'])
    await app.kill()
    await app.restart()
    page = await app.openTab(`${site}/third`)
    expect(await app.isGranted(site)).toBe(true)
    expect(await count(page)).toBe(1)
    expect(await app.network()).toEqual([`${site}/from-the-background`])
  })

  async function count(over: Page): Promise<unknown> {
    const popup = await app.openPopup(over)
    const answer = await popup.evaluate(() => chrome.runtime.sendMessage('count'))
    await popup.close()
    return answer
  }
})

describe.each(browsers)('the driver in %s without a display', (browser) => {
  const kept = path.join(folder, `profile-${browser}`)
  const start = () =>
    launch(browser, { build, profile: kept, grantedOrigins: [site], deviceScaleFactor: 2 })

  test('grants sites from the start, captures in full sharpness, keeps a profile', async () => {
    const app = await start()
    try {
      expect(await app.isGranted(site)).toBe(true)
      expect(await app.isGranted('http://localhost')).toBe(false)
      const page = await app.openTab(`${site}/first`)
      const popup = await app.openPopup(page)
      expect(await popup.evaluate(() => (window as unknown as Fixture).captureSize())).toEqual([
        2560, 1440,
      ])
      await popup.evaluate(() => chrome.storage.local.set({ added: 'kept' }))
    } finally {
      await app.close()
    }
    const again = await start()
    expect(again.extensionOrigin).toBe(app.extensionOrigin)
    expect(await again.background.evaluate(readAdded)).toBe('kept')
    await again.close()
  })
})

describe.each(browsers)('the walks of the driver in %s, over the shipped build', (browser) => {
  test('a vault is created, filled, locked, unlocked and read', async () => {
    const app = await launch(browser)
    try {
      await app.createVault('walnut sextant bicycle harbour')
      await app.importText(twoAccounts)
      const rows = await app.accounts()
      expect(rows.map(({ issuer, label }) => [issuer, label])).toEqual([
        ['Driver Bank', 'ada'],
        ['Driver Mail', 'bob'],
      ])
      for (const { code } of rows) expect(code).toMatch(/^\d{6}$/)
      await app.lock()
      await app.unlock('walnut sextant bicycle harbour')
      expect(await app.accounts()).toHaveLength(2)
      expect(await app.consoleErrors()).toEqual([])
      expect(await app.network()).toEqual([])
    } finally {
      await app.close()
    }
  })
})

const twoAccounts = `otpauth://totp/Driver%20Bank:ada?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Driver%20Bank
otpauth://totp/Driver%20Mail:bob?secret=KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU&issuer=Driver%20Mail`

async function listen(on: Server): Promise<string> {
  await new Promise<void>((resolve) => on.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(on.address() as AddressInfo).port}`
}

function readAdded(): Promise<unknown> {
  return chrome.storage.local.get('added').then(({ added }) => added)
}

interface Fixture {
  look(): Promise<unknown>
  complain(): void
  captureSize(): Promise<[number, number]>
}
interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>
  set(values: object): Promise<void>
}
declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> }
  readonly storage: { readonly local: StorageArea }
}
