import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startDemoSite } from '../demo-site/server.mjs'
import { promptVariants } from '../demo-site/variants.mjs'
import { type App, launch, type Page } from '../driver'
import { badgeOf, saveAccount, sendFromPage, tabIdOf } from './fill-seed'
import { frameIdOf, valueInFrame } from './forged/state'
import { secretOf } from './seed-many'
import { vaultBrowsers } from './vault/bed'

// Every shape that the demo site asks for a code in, from the password to being let in. Each test
// has a site of its own, on a port of its own, with accounts of its own: nobody waits for a turn.

type DemoSite = Awaited<ReturnType<typeof startDemoSite>>

const reader = 'ada@example.test'
const password = 'three-quiet-books'
const variants = Object.entries(promptVariants).filter(([, { frame }]) => frame !== 'other')
/** A code that is about to change is waited for. */
const slowlyMs = { timeoutMs: 20_000 }

/** The whole code is in its field: in one, in boxes, in a frame of the site. */
const isFilled = () => {
  const frame = document.querySelector<HTMLIFrameElement>('#prompt-frame')?.contentDocument
  const fields = (frame ?? document).querySelectorAll<HTMLInputElement>('#code, .box')
  return [...fields].map(({ value }) => value).join('').length === 6
}

describe.each(vaultBrowsers)('in %s', (browser) => {
  let app: App
  let manage: Page
  let site: DemoSite
  let page: Page
  let count = 0

  /** Opens the site for one test: with a reader who has two-factor on, here and there. */
  const open = async (bound: (demo: DemoSite) => string) => {
    site = await startDemoSite()
    await addReader(reader, bound(site))
    page = await app.openTab(`${site.url}/login`)
  }
  const addReader = async (user: string, origin: string) => {
    count += 1
    const secretBase32 = secretOf(count)
    site.addAccount({ user, password, secretBase32 })
    await saveAccount(manage, { id: `${user} ${count}`, label: user, origin, secretBase32 })
  }
  const logIn = async (user: string, prompt: string) => {
    await page.goto(`${site.url}/login?prompt=${prompt}`)
    await page.fill('#user', user)
    await page.fill('#password', password)
    await page.click('#log-in')
  }
  /** The user asks for the newest account's code in the page. */
  const ask = async (more: object = {}) => {
    const tabId = await tabIdOf(manage, await page.url())
    const accountId = `${reader} ${count}`
    return sendFromPage(manage, { type: 'fill.here', tabId, accountId, when: 'ask', ...more })
  }
  const isLetIn = async () => {
    await page.waitForText('Your shelf', slowlyMs)
    expect(site.state.attempts.map(({ verdict }) => verdict)).toEqual(['right'])
  }

  beforeAll(async () => {
    app = await launch(browser, { grantedOrigins: ['http://127.0.0.1', 'http://localhost'] })
    await app.createVault('four random words here')
    manage = await app.openManage()
  })
  afterEach(async () => {
    await page?.close()
    await site?.close()
  })
  afterAll(() => app?.close())

  test.each(variants)('the prompt %s has the code on arrival', async (name, { script }) => {
    await open(({ url }) => url)
    await logIn(reader, name)
    // It may be gone as soon as it is there.
    if (script !== 'auto-submit.js') {
      await page.waitFor(isFilled, slowlyMs)
      await page.evaluate(sendForm)
    }
    await isLetIn()
  })

  test('a prompt in a frame of another site has it when the user was told of both', async () => {
    await open(({ localhostUrl }) => localhostUrl)
    await page.goto(`${site.url}/prompt/foreign-frame`)
    const [frameHost, topHost] = [site.localhostUrl, site.url].map((url) => new URL(url).host)
    expect(await ask()).toEqual({ ok: { kind: 'other-frame', frameHost, topHost } })
    const tabId = await tabIdOf(manage, await page.url())
    const src = `${site.localhostUrl}/prompt/foreign-frame?framed`
    const frameId = await frameIdOf(manage, tabId, src)
    expect(await valueInFrame(manage, tabId, frameId)).toBe('')
    expect(await ask({ when: 'now', frameConfirmed: true })).toEqual({ ok: { kind: 'filled' } })
    expect(await valueInFrame(manage, tabId, frameId)).toMatch(/^\d{6}$/)
  })

  test('of two accounts the one whose name was typed before logs in', async () => {
    await open(({ url }) => url)
    await addReader('bob@example.test', site.url)
    await logIn('bob@example.test', 'one-input')
    await page.waitFor(isFilled, slowlyMs)
    await page.evaluate(sendForm)
    await isLetIn()
  })

  test('of two accounts none is filled where no name was typed', async () => {
    await open(({ url }) => url)
    await addReader('bob@example.test', site.url)
    await page.goto(`${site.url}/prompt`)
    await expect.poll(() => badgeOf(manage, `${site.url}/prompt`)).toBe('?')
    expect(await page.value('#code')).toBe('')
  })

  test('the only account waits where somebody else’s address was typed, and the popup says why', async () => {
    const other = 'bob@example.test'
    await open(({ url }) => url)
    site.addAccount({ user: other, password, secretBase32: secretOf(count) })
    await logIn(other, 'one-input')
    await expect.poll(async () => badgeOf(manage, await page.url())).toBe('?')
    expect(await page.value('#code')).toBe('')
    const popup = await app.openPopup(page)
    await popup.waitFor('[data-testid=other-name]')
    await popup.click('[data-testid=fill-code]')
    await page.waitFor(isFilled, slowlyMs)
    await page.evaluate(sendForm)
    await isLetIn()
  })

  test.each([
    ['a mailed code', '/mailed-code', '#code', 'sent'],
    ['a recovery code', '/recovery-code', '#recovery', 'recovery'],
  ])('where %s is asked for, none is typed, and it is named', async (_, path, field, prompt) => {
    await open(({ url }) => url)
    // A prompt that stays empty: the frame's site has no account.
    await logIn(reader, 'foreign-frame')
    await page.waitFor(
      () => document.querySelector('#prompt-frame') && document.readyState === 'complete',
    )
    await page.goto(site.url + path)
    await expect.poll(() => ask()).toEqual({ ok: { kind: 'other-prompt', prompt } })
    expect(await page.value(field)).toBe('')
    await page.goto(`${site.url}/prompt`)
    await page.waitFor(isFilled, slowlyMs)
  })

  test('our own code logged no errors', async () => {
    // Firefox's own word, where a page goes while our answer is on its way.
    const gone = /Promise resolved (?:after|while) context/
    expect((await app.consoleErrors()).filter((line) => !gone.test(line))).toEqual([])
  })
})

/** Runs in the page: presses its button, in a frame where that is. */
function sendForm(): void {
  const frame = document.querySelector<HTMLIFrameElement>('#prompt-frame')?.contentDocument
  const button = (frame ?? document).querySelector<HTMLElement>('#verify')
  button?.click()
}
