import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { qrSvg } from '../demo-site/qr.mjs'
import { browsers } from '../driver'
import { sleep } from '../driver/waiting'
import { mine, until } from '../tour/stage'
import { clickAndClose, readMs, type ScanBed, startScans, uriOf } from './scan-bed'

// What a popup asks for is done though it closes in the very click and the background sleeps, as it
// does after half a minute of reading: a browser's prompt closes popups like that.

const codeOf = (label: string, secret: string) =>
  `<style>svg{width:240px;margin:40px}</style>${
    qrSvg(uriOf(label).replace('JBSWY3DPEHPK3PXP', secret)).text
  }`
const pages = {
  '/ada': codeOf('ada', 'JBSWY3DPEHPK3PXP'),
  '/bob': codeOf('bob', 'KRSXG5CTMVRXEZLU'),
}

describe.each(browsers)('in %s', (browser) => {
  let bed: ScanBed

  beforeAll(async () => {
    bed = await startScans(browser, pages, {})
  })
  afterAll(() => bed?.close())

  const laid = () =>
    bed.app.background.evaluate(async () => {
      const all = Object.keys(await chrome.storage.session.get(null))
      return all.filter((key) => key.startsWith('errand.'))
    })

  test.each([
    ['/ada', 'at once', null],
    ['/bob', 'a moment later', 5],
  ] as const)('the account of %s is saved by a popup that closes %s', async (path, _, closesIn) => {
    const before = await bed.app.accounts()
    const popup = await bed.popupOn(path)
    await popup.waitFor(mine('save-account'))
    await sleep(readMs)
    await bed.app.stopWorker()
    await clickAndClose(popup, mine('save-account'), closesIn)
    await until('it is saved', async () => (await bed.app.accounts()).length > before.length)
    await until('nothing lies there', async () => (await laid()).length === 0)
  })

  test('a popup that closes has the clipboard emptied of what it copied', async () => {
    const popup = await bed.popupOn('/')
    const row = mine('copy-code')
    await popup.waitFor(row)
    await sleep(readMs)
    await bed.app.stopWorker()
    await clickAndClose(popup, row, 5)
    await until('its time is noted', () =>
      bed.app.background.evaluate(
        async () => 'clipboardDueMs' in (await chrome.storage.local.get('clipboardDueMs')),
      ),
    )
    await until('nothing lies there', async () => (await laid()).length === 0)
  })

  test('what a page lays down is enough to wake the background', async () => {
    const page = await bed.app.openManage()
    await bed.app.stopWorker()
    const key = `errand.${crypto.randomUUID()}`
    await page.evaluate(async (name) => {
      const request = { type: 'clipboard.copied', seconds: 60, atMs: Date.now() }
      await chrome.storage.session.set({ [name]: request })
    }, key)
    // Looked at by the page: asking the background would wake it.
    await until('it is done', () =>
      page.evaluate(async (name) => {
        const { clipboardDueMs } = await chrome.storage.local.get('clipboardDueMs')
        const laid = await chrome.storage.session.get(name)
        return Number(clipboardDueMs) > Date.now() + 30_000 && Object.keys(laid).length === 0
      }, key),
    )
    await page.close()
  })

  test('our own code logged no errors', async () => {
    expect(await bed.app.consoleErrors()).toEqual([])
  })
})

declare const chrome: {
  readonly storage: Readonly<Record<'session' | 'local', StorageArea>>
}
interface StorageArea {
  get(key: string | null): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
}
