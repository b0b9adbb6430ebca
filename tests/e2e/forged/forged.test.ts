import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RequestType, requests } from '@/utils/messages/contract'
import type { App, Page } from '../../driver'
import { launch } from '../../driver'
import { type AnyHost, startAnyHost } from '../any-host'
import { saveAccount, tabIdOf } from '../fill-seed'
import { sendFromContent } from '../isolated'
import { vaultBrowsers } from '../vault/bed'
import { type Forgery, rightShapes, wrongShapes } from './forge'
import { frameIdOf, lookAround, readState } from './state'

// Whoever takes a page over has the isolated world of our content script there, and with it our
// messages. What can be had by them is the code that this very site gets anyway.

const prompt = '<h1>Two-factor</h1><label>Code <input id="code" name="otp"></label>'
const hidden = `<div style="display:none">${prompt}</div>`
/** A step this long ends while nobody looks. */
const period = 3_600
const accounts = {
  mine: { id: 'mine-1', origin: 'https://mine.example', secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBV' },
  other: {
    id: 'other-1',
    origin: 'https://other.example',
    secretBase32: 'MFRGGZDFMZTWQ2LKNNWG23TP',
  },
}
const codeOf = ({ secretBase32 }: { readonly secretBase32: string }) =>
  new TOTP({ secret: secretBase32, period }).generate()

describe.each(vaultBrowsers)('in %s, a content script that was taken over', (browser) => {
  let app: App
  let host: AnyHost
  let manage: Page
  let other: Page
  let page: Page
  let tabs: { readonly mine: number; readonly other: number }

  const send = (all: readonly Forgery[]) =>
    sendFromContent(
      manage,
      tabs.mine,
      all.map(({ json }) => json),
    )
  const words = () => ({
    tabId: [tabs.mine, tabs.other],
    accountId: [accounts.mine.id, accounts.other.id],
    least: [0],
    most: [6],
  })

  beforeAll(async () => {
    host = await startAnyHost(({ pathname }) => ({
      body: pathname === '/hidden' ? hidden : prompt,
    }))
    app = await launch(browser, { proxyPort: host.proxyPort, grantedOrigins: ['https://*/*'] })
    await app.createVault('four random words here')
    manage = await app.openManage()
    for (const account of Object.values(accounts)) await saveAccount(manage, { ...account, period })
    other = await app.openTab(`${accounts.other.origin}/hidden`)
    page = await app.openTab(`${accounts.mine.origin}/hidden`)
    tabs = {
      mine: await tabIdOf(manage, await page.url()),
      other: await tabIdOf(manage, await other.url()),
    }
  })
  afterAll(async () => {
    await app?.close()
    await host?.close()
  })

  test('gets of all it may ask the code of its own site and nothing else', async () => {
    const forContent = rightShapes(words()).filter(
      ({ fields }) => requests[fields.type as RequestType].from === 'content',
    )
    const said = JSON.stringify(await send([...forContent, ...forContent]))
    expect(said).toContain(codeOf(accounts.mine))
    for (const secret of [codeOf(accounts.other), ...Object.values(accounts.other)]) {
      expect(said).not.toContain(secret)
    }
    expect(said).not.toContain(accounts.mine.secretBase32)
  })

  test('is not answered what only our pages may ask, and changes nothing by it', async () => {
    const before = await readState(manage)
    const forPages = rightShapes(words()).filter(
      ({ fields }) => requests[fields.type as RequestType].from === 'page',
    )
    expect(forPages.length).toBeGreaterThan(10)
    const replies = await send(forPages)
    expect(replies.filter((reply) => reply !== null)).toEqual([])
    expect(await readState(manage)).toEqual(before)
  })

  test('is not answered what has a wrong shape, and changes nothing by it', async () => {
    const before = await readState(manage)
    const all = wrongShapes(words())
    expect(all.length).toBeGreaterThan(100)
    const replies = await send(all)
    expect(all.filter((_, nth) => isAnswered(replies[nth])).map(({ what }) => what)).toEqual([])
    expect(await readState(manage)).toEqual(before)
  })

  test('gets nothing in a frame, whatever the frame’s site', async () => {
    await page.goto('https://elsewhere.example/')
    const { origin } = accounts.other
    await page.evaluate((src) => {
      document.body.innerHTML = `<iframe width="600" height="300" src="${src}"></iframe>`
    }, `${origin}/prompt`)
    const ask = JSON.stringify({ type: 'fill.request', holds: false, least: 0, most: 6 })
    const frameId = await frameIdOf(manage, tabs.mine, `${origin}/prompt`)
    expect(await sendFromContent(manage, tabs.mine, [ask], frameId)).toEqual([
      { ok: { kind: 'nothing' } },
    ])
  })

  test('gets nothing in a tab behind another', async () => {
    const ask = JSON.stringify({ type: 'fill.request', holds: false, least: 0, most: 6 })
    expect(await sendFromContent(manage, tabs.other, [ask])).toEqual([{ ok: { kind: 'nothing' } }])
  })

  test('reads nothing of the vault where scripts may look', async () => {
    const seen = await lookAround(manage, tabs.mine)
    expect(seen.session).toBe('not to be had')
    for (const secret of Object.values(accounts).flatMap((each) => Object.values(each))) {
      expect(seen.local).not.toContain(secret)
    }
  })

  test('our own code logged no errors', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})

/** What could not even be sent was not answered either. */
function isAnswered(reply: unknown): boolean {
  return !(reply === null || (typeof reply === 'object' && 'thrown' in reply))
}
