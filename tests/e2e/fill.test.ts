import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, browsers, launch, type Page } from '../driver'
import { saveAccount, sendFromPage, tabIdOf } from './fill-seed'

// The shipped build fills pages of granted sites; how a site comes to be granted is told elsewhere.

const password = 'four random words here'
const secretBase32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

const prompt = '<h1>Two-factor</h1><label>Code <input id="code" name="otp"></label>'

const form = `<form onsubmit="sent = true; return false">${prompt}<button>Continue</button></form>`

const frame = (attributes = '') =>
  `<h1>Two-factor</h1><iframe ${attributes} src="/prompt" width="600" height="300"></iframe>`

/** Listens as a curious page would, before anything of ours can run. */
const probe = `<script>
  window.heard = []
  addEventListener('message', (event) => heard.push('message ' + JSON.stringify(event.data)))
  const dispatch = EventTarget.prototype.dispatchEvent
  EventTarget.prototype.dispatchEvent = function (event) { heard.push(event.type); return dispatch.call(this, event) }
  new MutationObserver((all) => heard.push(...all.map((each) => each.type)))
    .observe(document, { subtree: true, childList: true, attributes: true })
</script>`

/** 100 changes a second, a field that is no code's now and then, and a prompt at a click. */
const busy = `<script>
  let count = 0
  setInterval(() => {
    const row = document.createElement('div')
    row.innerHTML = count++ % 10 ? '<span>' + count + '</span>' : '<input name="x' + count + '">'
    list.append(row)
    if (list.childElementCount > 50) list.firstChild.remove()
  }, 10)
  onclick = () => { place.innerHTML = '${prompt}' }
</script><body><section id="place">Log in</section><section id="list"></section>`

const pages: Record<string, string> = {
  '/busy': busy,
  '/prompt': prompt,
  '/send': form,
  '/set-up': `<h1>Set up</h1><p>Scan this with your app</p>${form}`,
  '/sent-abroad': form.replace('<form', '<form action="//ABROAD/taken"'),
  '/sent-abroad-by-its-button': form.replace('<button', '<button formaction="//ABROAD/taken"'),
  '/swallowed': `<div><form action="//ABROAD/taken"></div>${form}`,
  '/welcome': '<h1>Welcome</h1>',
  '/late': `<script>onclick = () => { document.body.innerHTML = '${prompt}' }</script><body>Log in`,
  '/frame': frame(),
  '/frame-in-frame': '<iframe src="/frame" width="700" height="500"></iframe>',
  '/frame-hidden': `<div style="opacity:.1">${frame()}</div>`,
  '/frame-covered': `${frame()}<div style="position:fixed;inset:0;background:#fff"></div>`,
  '/frame-sandboxed': frame('sandbox="allow-scripts allow-same-origin"'),
  '/frame-srcdoc': `<iframe width="600" height="300" srcdoc='${prompt}'></iframe>`,
  '/frame-abroad': `<script>
    const frame = document.createElement('iframe')
    frame.src = location.origin.replace('127.0.0.1', 'localhost') + '/frame-home'
    window.told = []
    onmessage = ({ data }) => told.push(data)
    onload = () => document.body.append(frame)
  </script>`,
  '/frame-home': `<script>
    const frame = document.createElement('iframe')
    frame.src = location.origin.replace('localhost', '127.0.0.1') + '/telling'
    onload = () => document.body.append(frame)
  </script>`,
  '/telling': `${prompt}<script>
    setInterval(() => top.postMessage(document.querySelector('#code').value, '*'), 100)
  </script>`,
  '/styled': `<style>body { visibility: hidden }</style>
    <link rel="stylesheet" href="/late.css"><body>${prompt}`,
  '/sandbox': prompt,
  '/probe': `${probe}<h1>Hello</h1>`,
  // Pages name their elements as they like: a browser puts each name into the global scope.
  '/named': `${['watcher', 'reader', 'filler', 'home', 'pointing', 'send']
    .map((name) => `<a id="${name}"></a>`)
    .join('')}<img name="title" alt="">${form}`,
  '/typed': prompt.replace('<input', '<input value="12"'),
}

function sendStyle(response: ServerResponse): void {
  response.setHeader('content-type', 'text/css')
  response.end('body { visibility: visible !important }')
}

function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const body = pages[path]
    if (path === '/late.css') return void setTimeout(sendStyle, 1_000, response)
    if (path === '/sandbox') response.setHeader('content-security-policy', 'sandbox allow-scripts')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.statusCode = body === undefined ? 404 : 200
    const abroad = String(request.headers.host).replace('127.0.0.1', 'localhost')
    response.end(`<!doctype html><title>Site</title>${(body ?? '').replace('ABROAD', abroad)}`)
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

/** What stands in the code field of the page's frame, or was told by one that cannot be reached. */
const framedValues = (page: Page) =>
  page.evaluate(() => {
    const reached = document.querySelector('iframe')?.contentDocument?.querySelector('input')
    const { told = [] } = window as unknown as { told?: string[] }
    return (reached?.value ?? '') + told.join('')
  })

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
    expect(
      await saveAccount(manage, { id: 'ada', origin, secretBase32, period, submit: true }),
    ).toEqual({ ok: { accountId: 'ada' } })
  })

  test('the code is in the field on arrival', async () => {
    const page = await app.openTab(`${origin}/prompt`)
    await isFilled(page)
    await page.close()
  })

  test('it is sent where the user wants it so, and never where an account is set up', async () => {
    const isSent = () => 'sent' in window
    const login = await app.openTab(`${origin}/send`)
    await login.waitFor(isSent)
    await login.close()
    const setUp = await app.openTab(`${origin}/set-up`)
    await isFilled(setUp)
    await quiet()
    expect(await setUp.evaluate(isSent)).toBe(false)
    await setUp.close()
  })

  test.each(['/sent-abroad', '/sent-abroad-by-its-button', '/swallowed'])(
    'it is not sent to another site, where a form on %s would go',
    async (path) => {
      const page = await app.openTab(`${origin}${path}`)
      await isFilled(page)
      await quiet()
      expect(await page.url()).toBe(`${origin}${path}`)
      expect(await page.evaluate(() => 'sent' in window)).toBe(false)
      await page.close()
    },
  )

  test('also in a page whose elements are called as our own parts are', async () => {
    const page = await app.openTab(`${origin}/named`)
    await isFilled(page)
    await page.waitFor(() => 'sent' in window)
    await page.close()
  })

  test('also in one that is seen only when the styles are there, long after it', async () => {
    const page = await app.openTab(`${origin}/styled`)
    await isFilled(page)
    await page.close()
  })

  test('also in a page that the user logged in to by its address', async () => {
    const page = await app.openTab(`${origin.replace('//', '//ada:pw@')}/prompt`)
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

  test('also in one that comes up while the page never rests', async () => {
    const page = await app.openTab(`${origin}/busy`)
    await page.waitFor(() => document.querySelectorAll('#list input').length >= 3)
    await page.click('#place')
    await isFilled(page)
    await page.close()
  })

  test('never over what is there already', async () => {
    const page = await app.openTab(`${origin}/typed`)
    await quiet()
    expect(await page.value('#code')).toBe('12')
    await page.close()
  })

  test('also in a frame among its own, and in a frame in that', async () => {
    for (const path of ['/frame', '/frame-in-frame']) {
      const page = await app.openTab(`${origin}${path}`)
      await page.waitFor(() => {
        let within = document.querySelector('iframe')?.contentDocument
        within = within?.querySelector('iframe')?.contentDocument ?? within
        return within?.querySelector('input')?.value.length === 6
      })
      await page.close()
    }
  })

  test.each([
    ['out of sight', '/frame-hidden'],
    ['under something else', '/frame-covered'],
    ['in a sandbox', '/frame-sandboxed'],
    ['made by the page itself', '/frame-srcdoc'],
    ['of the site in one of another site', '/frame-abroad'],
  ])('never in a frame %s', async (_, path) => {
    const page = await app.openTab(`${origin}${path}`)
    // The one that cannot be reached tells what it has, as soon as it is there.
    await page.waitFor(() => {
      const { told } = window as unknown as { told?: string[] }
      return document.querySelector('iframe') !== null && told?.length !== 0
    })
    await quiet()
    expect(await framedValues(page)).toBe('')
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
