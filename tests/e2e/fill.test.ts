import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, browsers, launch, type Page } from '../driver'
import { saveAccount, sendFromPage, tabIdOf } from './fill-seed'

// The shipped build fills pages of granted sites; how a site comes to be granted is told elsewhere.

const password = 'four random words here'
const secretBase32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

const prompt = '<h1>Two-factor</h1><label>Code <input id="code" name="otp"></label>'

/** Listens as a curious page would, before anything of ours can run. */
const probe = `<script>
  window.heard = []
  addEventListener('message', (event) => heard.push('message ' + JSON.stringify(event.data)))
  const dispatch = EventTarget.prototype.dispatchEvent
  EventTarget.prototype.dispatchEvent = function (event) { heard.push(event.type); return dispatch.call(this, event) }
  new MutationObserver((all) => heard.push(...all.map((each) => each.type)))
    .observe(document, { subtree: true, childList: true, attributes: true })
</script>`

const pages: Record<string, string> = {
  '/prompt': prompt,
  '/welcome': '<h1>Welcome</h1>',
  '/late': `<script>onclick = () => { document.body.innerHTML = '${prompt}' }</script><body>Log in`,
  '/frame': '<h1>Two-factor</h1><iframe src="/prompt" width="600" height="300"></iframe>',
  '/sandbox': prompt,
  '/probe': `${probe}<h1>Hello</h1>`,
  '/typed': prompt.replace('<input', '<input value="12"'),
}

function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const body = pages[path]
    if (path === '/sandbox') response.setHeader('content-security-policy', 'sandbox allow-scripts')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.statusCode = body === undefined ? 404 : 200
    response.end(`<!doctype html><title>Site</title>${body ?? ''}`)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** A code is never typed twice; with steps this short nobody waits long for the next. */
const period = 2

/** The codes of now and of some steps before: steps end between filling and reading. */
function codes(): string[] {
  const totp = new TOTP({ secret: secretBase32, period })
  const steps = Array.from({ length: 10 }, (_, ago) => ago * period * 1000)
  return steps.map((agoMs) => totp.generate({ timestamp: Date.now() - agoMs }))
}

const filled = (page: Page) =>
  page.waitFor(() => document.querySelector<HTMLInputElement>('#code')?.value.length === 6)

/** Long enough for a fill that must not happen. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 1_000))

describe.each(browsers)('filling in %s', (browser) => {
  let app: App
  let manage: Page
  let server: Server
  let origin: string

  const isFilled = async (page: Page) => {
    await filled(page)
    expect(codes()).toContain(await page.value('#code'))
  }
  const staysEmpty = async (page: Page) => {
    await quiet()
    expect(await page.value('#code')).toBe('')
  }

  beforeAll(async () => {
    server = await serve()
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    app = await launch(browser, { grantedOrigins: [origin] })
    manage = await app.openManage()
    await manage.fill('[data-testid=new-password]', password)
    await manage.fill('[data-testid=repeat-password]', password)
    await manage.click('[data-testid=create-vault]')
    await manage.waitFor('[data-testid=lock]', { timeoutMs: 30_000 })
  })

  afterAll(async () => {
    await app?.close()
    server?.close()
  })

  test('a site that is allowed and bound to nothing gets nothing', async () => {
    const page = await app.openTab(`${origin}/prompt`)
    await staysEmpty(page)
    await page.close()
  })

  test('saving an account with its site answers with its id', async () => {
    await manage.bringToFront()
    expect(await saveAccount(manage, { id: 'ada', origin, secretBase32, period })).toEqual({
      ok: { accountId: 'ada' },
    })
  })

  test('the code is in the field on arrival', async () => {
    const page = await app.openTab(`${origin}/prompt`)
    await isFilled(page)
    await page.close()
  })

  test('also when the background has been stopped', async () => {
    await app.stopWorker()
    const page = await app.openTab(`${origin}/prompt`)
    await isFilled(page)
    await page.close()
  })

  test('also in a field that comes up without navigation', async () => {
    const page = await app.openTab(`${origin}/late`)
    await page.click('body')
    await isFilled(page)
    await page.close()
  })

  test('never over what is there already', async () => {
    const page = await app.openTab(`${origin}/typed`)
    await quiet()
    expect(await page.value('#code')).toBe('12')
    await page.close()
  })

  test('never in a frame', async () => {
    const page = await app.openTab(`${origin}/frame`)
    await quiet()
    const value = await page.evaluate(
      () => document.querySelector('iframe')?.contentDocument?.querySelector('input')?.value,
    )
    expect(value).toBe('')
    await page.close()
  })

  test('never in a sandboxed document, whatever its address', async () => {
    const page = await app.openTab(`${origin}/sandbox`)
    await staysEmpty(page)
    const reply = await sendFromPage(manage, {
      type: 'fill.here',
      tabId: await tabIdOf(manage, `${origin}/sandbox`),
      accountId: 'ada',
      when: 'ask',
    })
    expect(reply).toEqual({ error: 'page-off-limits' })
    expect(await page.value('#code')).toBe('')
    await page.close()
  })

  test('a page cannot tell that anything runs in it', async () => {
    const page = await app.openTab(`${origin}/probe`)
    await quiet()
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
    // The parser's own work, in the page's own script's sight.
    expect(heard.filter((what) => what !== 'childList')).toEqual([])
    const names = await page.evaluate(() =>
      Object.keys(window).filter((name) => /fill/i.test(name)),
    )
    expect(names).toEqual([])
    await page.close()
  })

  test('locked, nothing fills; unlocked, it fills', async () => {
    await manage.close()
    await app.lock()
    const page = await app.openTab(`${origin}/prompt`)
    await staysEmpty(page)
    await app.unlock(password)
    await page.bringToFront()
    // Driven Chromium tells no page that it was hidden and shown again: the focus says it too.
    await page.click('#code')
    await isFilled(page)
    await page.close()
    manage = await app.openManage()
  })

  test('on the user’s wish it fills over what is there', async () => {
    const page = await app.openTab(`${origin}/typed`)
    await page.bringToFront()
    const tabId = await tabIdOf(manage, `${origin}/typed`)
    const message = { type: 'fill.here', tabId, accountId: 'ada', when: 'now' }
    expect(await sendFromPage(manage, message)).toEqual({ ok: { kind: 'filled' } })
    await isFilled(page)
    await page.close()
  })

  test('a page without a code field is told apart', async () => {
    const page = await app.openTab(`${origin}/welcome`)
    const tabId = await tabIdOf(manage, `${origin}/welcome`)
    const message = { type: 'fill.here', tabId, accountId: 'ada', when: 'now' }
    expect(await sendFromPage(manage, message)).toEqual({ ok: { kind: 'no-field' } })
    await page.close()
  })

  test('an account of another site is not written here', async () => {
    await saveAccount(manage, { id: 'eve', origin: 'https://example.org', secretBase32 })
    const page = await app.openTab(`${origin}/typed`)
    const tabId = await tabIdOf(manage, `${origin}/typed`)
    const message = { type: 'fill.here', tabId, accountId: 'eve', when: 'ask' }
    const { host } = new URL(origin)
    expect(await sendFromPage(manage, message)).toEqual({ ok: { kind: 'other-site', host } })
    expect(await page.value('#code')).toBe('12')
    await page.close()
  })

  test('with two accounts nothing is filled before the user chooses', async () => {
    await saveAccount(manage, { id: 'bob', origin, secretBase32, period })
    const page = await app.openTab(`${origin}/prompt`)
    await staysEmpty(page)
    await page.close()
  })

  test('an account that could not be saved marks the button of every tab until it is', async () => {
    await manage.close()
    await app.lock()
    const other = await app.openManage()
    const marked = () =>
      app.background.evaluate(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: {
            tabs: { query(by: object): Promise<{ id: number }[]> }
            action: { getBadgeText(of: object): Promise<string> }
          }
        }
        const tabs = await chrome.tabs.query({})
        const texts = tabs.map(({ id: tabId }) => chrome.action.getBadgeText({ tabId }))
        return [...new Set(await Promise.all(texts))].join()
      })
    expect(await sendFromPage(other, { type: 'account.save', draft: 'AAAA' })).toEqual({
      error: 'vault-locked',
    })
    await expect.poll(marked).toBe('!')
    await other.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { session: { remove(key: string): Promise<void> } } }
      }
      return chrome.storage.session.remove('unsaved')
    })
    await expect.poll(marked).toBe('')
  })

  test('our own code logged no errors', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})

test('where the browser itself allows all sites, codes are filled on arrival too', async () => {
  const server = await serve()
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const app = await launch('chromium', { grantedOrigins: ['*://*/*'] })
  try {
    await app.createVault(password)
    const manage = await app.openManage()
    await saveAccount(manage, { id: 'ada', origin, secretBase32, period })
    const page = await app.openTab(`${origin}/prompt`)
    await filled(page)
    expect(codes()).toContain(await page.value('#code'))
  } finally {
    await app.close()
    server.close()
  }
})
