import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { record, times } from '@/tests/long-run'
import { mine } from '@/tests/tour/stage'
import { type App, browsers, launch, type Page } from '../driver'
import { badgeOf, saveAccount, sendFromPage, tabIdOf } from './fill-seed'

// A code is never typed twice, in the shipped build. Each test has a site and a secret of its own.

const password = 'four random words here'
/** Whatever a test does happens within one step of this many seconds. */
const slow = 3_600
/** Nobody waits long for the next of these. */
const quick = 2

const prompt = `<h1>Two-factor</h1><form method="post"><label>Code <input id="code" name="otp"></label>
  <button id="go">Verify</button></form>`
/** A page that loops begins anew this often, then stands still for a while, then is at rest. */
const rounds = 7
const restingRounds = 3
/** Notes what stands in the field; from the first code on it does what loops do. */
const loop = (body: string) => `${prompt}<script>
  const html = document.body.innerHTML
  setInterval(() => {
    const { value } = document.getElementById('code')
    if (value) localStorage.got = (localStorage.got ?? '') + value + ' '
    const round = Number(localStorage.round ?? 0)
    if (localStorage.got) localStorage.round = round + 1
    if (round >= ${rounds + restingRounds}) localStorage.rests = 'yes'
    if (localStorage.got && round < ${rounds}) { ${body} }
  }, 500)
</script>`

const pages: Record<string, string> = {
  '/setup': prompt,
  '/prompt': prompt,
  '/refusing': `${prompt.replace('post', 'get')}<p role="alert"></p><script>
    if (location.search) document.querySelector('[role=alert]').textContent = 'Wrong code'
  </script>`,
  '/sending': prompt.replace('<form', '<form action="/wrong"'),
  '/wrong': `${prompt}<p role="alert">That code is not right. Try again.</p>`,
  '/reloading': loop('location.reload()'),
  '/redrawing': loop('document.body.innerHTML = html'),
  '/moving': loop('history.pushState(0, "", "/moving?" + Math.random()); location.reload()'),
}

function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>Site</title>${pages[path] ?? '<h1>Welcome</h1>'}`)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** For the run in full: an arrival takes two seconds. */
const rowTimeoutMs = 1_200_000

const isFilled = () => document.querySelector<HTMLInputElement>('#code')?.value.length === 6
/** Long enough for a fill that must not happen. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 1_500))

describe.each(browsers)('a code is never typed twice in %s', (browser) => {
  let app: App
  let manage: Page
  const servers: Server[] = []

  /** A site with an account of its own; grants know no ports. */
  const siteWith = async (period: number): Promise<string> => {
    const server = await serve()
    servers.push(server)
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const secretBase32 = `GEZDGNBVGY3TQOJQGEZDGNBVGY3TQO${'ABCDEFGHIJKLMNOP'[servers.length]}Q`
    await saveAccount(manage, { id: origin, origin, secretBase32, period })
    return origin
  }
  const badge = (url: string) => badgeOf(manage, url)

  beforeAll(async () => {
    app = await launch(browser, { grantedOrigins: ['http://127.0.0.1'] })
    await app.createVault(password)
    manage = await app.openManage()
  })

  afterAll(async () => {
    await app?.close()
    for (const server of servers) server.close()
  })

  test('two tabs get one code between them, also after worker and vault were stopped', async () => {
    const origin = await siteWith(slow)
    const first = await app.openTab(`${origin}/prompt`)
    await first.waitFor(isFilled)
    const second = await app.openTab(`${origin}/prompt?2`)
    await expect.poll(() => badge(`${origin}/prompt?2`)).toBe('…')
    await app.stopWorker()
    await manage.close()
    await app.lock()
    await app.unlock(password)
    manage = await app.openManage()
    const third = await app.openTab(`${origin}/setup`)
    await expect.poll(() => badge(`${origin}/setup`)).toBe('…')
    await quiet()
    expect(await second.value('#code')).toBe('')
    expect(await third.value('#code')).toBe('')
    for (const page of [first, second, third]) await page.close()
  })

  test('a prompt that waits is filled when the next code comes', async () => {
    const origin = await siteWith(6)
    const first = await app.openTab(`${origin}/prompt`)
    await first.waitFor(isFilled)
    const code = await first.value('#code')
    await first.goto(`${origin}/setup`)
    await first.waitFor(isFilled, { timeoutMs: 15_000 })
    expect(await first.value('#code')).not.toBe(code)
    await first.close()
  })

  test('the user’s fill waits and says so, and using the code now is the user’s', async () => {
    const origin = await siteWith(slow)
    const page = await app.openTab(`${origin}/prompt`)
    await page.waitFor(isFilled)
    await page.goto(`${origin}/setup`)
    const popup = await app.openPopup(page)
    await popup.click(mine('fill-code'))
    await popup.waitFor(mine('fill-now'))
    await quiet()
    expect(await page.value('#code')).toBe('')
    await popup.click(mine('fill-now'))
    await page.waitFor(isFilled)
    await page.close()
  })

  test('the user’s fill that waits is done in its turn', async () => {
    const origin = await siteWith(quick)
    const page = await app.openTab(`${origin}/prompt`)
    await page.waitFor(isFilled)
    const code = await page.value('#code')
    const tabId = await tabIdOf(manage, `${origin}/prompt`)
    const message = { type: 'fill.here', tabId, accountId: origin, when: 'wait' }
    expect(await sendFromPage(manage, message)).toEqual({ ok: { kind: 'filled' } })
    expect(await page.value('#code')).not.toBe(code)
    await page.close()
  })

  test('a prompt that comes back within the step gets nothing, and the popup explains', async () => {
    const origin = await siteWith(slow)
    const page = await app.openTab(`${origin}/prompt`)
    await page.waitFor(isFilled)
    await page.click('#go')
    await expect.poll(() => badge(`${origin}/prompt`)).toBe('×')
    await quiet()
    expect(await page.value('#code')).toBe('')
    const popup = await app.openPopup(page)
    await popup.waitFor(mine('refused'))
    await popup.click(mine('fill-code'))
    await popup.click(mine('fill-now'))
    await page.waitFor(isFilled)
    await page.close()
  })

  test('a prompt that comes back later and says that the code was wrong gets nothing', async () => {
    const origin = await siteWith(3)
    const page = await app.openTab(`${origin}/refusing`)
    await page.waitFor(isFilled)
    const code = await page.value('#code')
    await page.evaluate(() => {
      document.title = String(Math.floor(Date.now() / 3_000))
    })
    await page.waitFor(() => Math.floor(Date.now() / 3_000) > Number(document.title))
    await page.click('#go')
    await expect.poll(() => badge(`${origin}/refusing?otp=${code}`)).toBe('×')
    await quiet()
    expect(await page.value('#code')).toBe('')
    await page.close()
  })

  test('a prompt that its form was sent to gets nothing where it says wrong', async () => {
    const origin = await siteWith(3)
    const page = await app.openTab(`${origin}/sending`)
    await page.waitFor(isFilled)
    await page.click('#go')
    await expect.poll(() => badge(`${origin}/wrong`)).toBe('×')
    await quiet()
    expect(await page.value('#code')).toBe('')
    await page.close()
  })

  test('a login after a logout is no refusal', async () => {
    const origin = await siteWith(slow)
    const page = await app.openTab(`${origin}/prompt`)
    await page.waitFor(isFilled)
    await page.goto(`${origin}/account`)
    await page.goto(`${origin}/prompt`)
    await expect.poll(() => badge(`${origin}/prompt`)).toBe('…')
    await page.close()
  })

  test.each(['/reloading', '/redrawing', '/moving'])(
    'a page that is %s gets one code',
    async (path) => {
      const origin = await siteWith(slow)
      // Asked in another tab: the one that loops does not stay where it is long enough.
      const other = await app.openTab(`${origin}/account`)
      const page = await app.openTab(origin + path)
      await other.waitFor(() => localStorage['rests'] === 'yes', { timeoutMs: 30_000 })
      const got = await other.evaluate(() => localStorage['got'] as string)
      expect(new Set(got.trim().split(' ')).size).toBe(1)
      await other.close()
      await page.close()
    },
  )

  test(
    'of prompts opened in a row none gets the code of an earlier one',
    async () => {
      const origin = await siteWith(quick)
      const codes: string[] = []
      for (let nth = 0; nth < times(200, 6); nth += 1) {
        const page = await app.openTab(`${origin}/prompt`)
        await page.waitFor(isFilled)
        codes.push(await page.value('#code'))
        await page.close()
      }
      const repeats = codes.length - new Set(codes).size
      const result = `${repeats} codes typed twice`
      const what = 'prompts opened in a row'
      record({ promise: 'P21', what, where: app.version, count: codes.length, result })
      expect(repeats).toBe(0)
    },
    rowTimeoutMs,
  )

  test('our own code logged no errors', async () => {
    // Firefox's own word, where a page goes while our answer is on its way.
    const gone = /Promise resolved after context unloaded/
    expect((await app.consoleErrors()).filter((line) => !gone.test(line))).toEqual([])
  })
})
