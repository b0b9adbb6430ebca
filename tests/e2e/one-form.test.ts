import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOfStep, fromBase32, stepAt } from '../demo-site/totp.mjs'
import { type App, launch, type Page } from '../driver'
import { saveAccount } from './fill-seed'
import { secretOf } from './seed-many'
import { vaultBrowsers } from './vault/bed'

// Name, password and code in one form, as routers and admin pages have it: who types the first two
// must not be disturbed, and needs a code that is still good when all is typed.

const prompt = `<form method="post"><label>User name <input id="user" name="username" autofocus></label>
  <label>Password <input id="password" name="password" type="password"></label>
  <label>Authenticator code <input id="code" name="otp_token" autocomplete="off"></label>
  <button>Log in</button></form>`

const secretBase32 = secretOf(7)
/** Seconds: nobody waits long for the next code. */
const period = 6
const parameters = { algorithm: 'SHA1', digits: 6, period } as const
const codesAround = () => {
  const step = stepAt(Date.now(), period)
  return [step - 1, step].map((each) => codeOfStep(fromBase32(secretBase32), each, parameters))
}
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const focused = () => document.activeElement?.id ?? ''

describe.each(vaultBrowsers)('in %s', (browser) => {
  let app: App
  let server: Server
  let page: Page

  beforeAll(async () => {
    server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><title>Site</title>${prompt}`)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    app = await launch(browser, { grantedOrigins: ['http://127.0.0.1'] })
    await app.createVault('four random words here')
    const manage = await app.openManage()
    await saveAccount(manage, { id: 'ada', origin, secretBase32, period })
    page = await app.openTab(origin)
  })
  afterAll(async () => {
    await app?.close()
    server?.close()
  })

  test('the code is there, and the cursor stays where the page put it', async () => {
    await page.waitFor(() => document.querySelector<HTMLInputElement>('#code')?.value.length === 6)
    expect(await page.evaluate(focused)).toBe('user')
    for (const key of 'ada') await page.press(key)
    expect(await page.value('#user')).toBe('ada')
  })

  test('once its time is over it stays as long as nobody does anything', async () => {
    const before = await page.value('#code')
    await wait(period * 1000)
    expect(await page.value('#code')).toBe(before)
  })

  test('whoever types on has a newer one by then, and loses no key to it', async () => {
    const before = await page.value('#code')
    await page.press('Tab')
    for (const key of 'opensesame') await page.press(key)
    await expect.poll(() => page.value('#code')).not.toBe(before)
    expect(codesAround()).toContain(await page.value('#code'))
    expect(await page.value('#password')).toBe('opensesame')
    expect(await page.value('#user')).toBe('ada')
    expect(await page.evaluate(focused)).toBe('password')
  })
})
