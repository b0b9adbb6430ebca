import { HOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ensureWidgets, widgetNames } from '../../tools/widgets.mjs'
import { type App, launch, type Page } from '../driver'
import { type Seed, sendFromPage, tabIdOf } from './fill-seed'
import { restoreSeeds } from './seed-many'
import { vaultBrowsers } from './vault/bed'
import { startWidgetsSite, type WidgetsSite } from './widgets-site'

// Code fields of component libraries, and stricter ones made by hand (tests/widgets): the build
// that ships fills each on arrival, and once more, over what is there, when the user asks for the
// code of another account. What counts is what the widget itself then tells its page.

const areBuilt = await ensureWidgets()

/** One step lasts for centuries: every code is known before. */
const period = 1e10
const codeOf = (secret: string) => new HOTP({ secret }).generate({ counter: 0 })

/** Secrets of the codes that are the hardest to write: a zero first, a digit twice in a row. */
function hardSecrets(count: number): string[] {
  const secrets: string[] = []
  for (let number = 0; secrets.length < count; number += 1) {
    const letters = number
      .toString(4)
      .padStart(10, '0')
      .replace(/\d/g, (digit) => 'ABCD'[+digit] ?? '')
    const secret = `GEZDGNBVGY3TQOJQGEZDGN${letters}`
    if (/^0.*(\d)\1/.test(codeOf(secret))) secrets.push(secret)
  }
  return secrets
}

const [onRequest = '', ...onArrival] = hardSecrets(widgetNames.length + 1)
const widgets = widgetNames.map((name, index) => ({ name, index, secret: onArrival[index] ?? '' }))

describe.skipIf(!areBuilt).each(vaultBrowsers)('code fields of libraries in %s', (browser) => {
  let app: App
  let site: WidgetsSite
  let manage: Page
  let page: Page | undefined

  const isTold = async (code: string) => {
    const read = () => page?.text('#state')
    await expect.poll(read, { timeout: 20_000, interval: 50 }).toBe(code)
  }

  beforeAll(async () => {
    site = await startWidgetsSite(widgetNames.length)
    app = await launch(browser, { grantedOrigins: ['http://127.0.0.1'] })
    await app.createVault('four random words here')
    const seeds = widgets.flatMap(({ index, secret }): readonly Seed[] => {
      const origin = site.origins[index] ?? ''
      return [
        { id: `arrival ${index}`, origin, fill: 'arrival', period, secretBase32: secret },
        { id: `request ${index}`, origin, fill: 'request', period, secretBase32: onRequest },
      ]
    })
    await restoreSeeds(app, seeds)
    manage = await app.openManage()
  })
  afterEach(() => page?.close())
  afterAll(async () => {
    await app?.close()
    site?.close()
  })

  test.each(widgets)('$name', async ({ name, index, secret }) => {
    const url = `${site.origins[index]}/?${name}`
    page = await app.openTab(url)
    await isTold(codeOf(secret))
    // Every account has this code: only who insists gets it more than once.
    const asked = { accountId: `request ${index}`, tabId: await tabIdOf(manage, url), when: 'now' }
    const filled = await sendFromPage(manage, { type: 'fill.here', ...asked })
    expect(filled).toEqual({ ok: { kind: 'filled' } })
    await isTold(codeOf(onRequest))
    expect(await page.text('#sent')).not.toContain('submit')
  })
})
