import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AppName, type RunningApp, type Skipped, startApp } from '@/tests/apps/bed'
import { homebridge } from '@/tests/apps/homebridge'
import { meshcentral } from '@/tests/apps/meshcentral'
import type { AppSteps } from '@/tests/apps/steps'
import { browsers, launch } from '@/tests/driver'
import type { App, Page } from '@/tests/driver/types'
import { waitUntil } from '@/tests/driver/waiting'
import { mine } from '@/tests/tour/stage'

// Installing takes a minute the first time, with a slow registry more.
const bedTimeoutMs = 420_000
// A code is never typed twice: after the set-up the prompt's one may be a whole step away.
const codeTimeoutMs = 45_000

const applications: readonly (readonly [AppName, AppSteps])[] = [
  ['meshcentral', meshcentral],
  ['homebridge', homebridge],
]

const inEach = applications.flatMap(([name, steps]) =>
  browsers.map((browser) => [name, browser, steps] as const),
)

describe.each(inEach)('%s, an application nobody here wrote, in %s', (name, browser, steps) => {
  let bed: RunningApp | Skipped

  beforeAll(async () => {
    bed = await startApp(name)
  }, bedTimeoutMs)

  afterAll(async () => {
    if (bed && 'stop' in bed) await bed.stop()
  })

  it('is enrolled from its own page and lets the user in with the code that is filled', async (test) => {
    if ('skipped' in bed) {
      console.log(bed.skipped)
      return test.skip(bed.skipped)
    }
    const app = await launch(browser, { grantedOrigins: [bed.url] })
    try {
      await enrolAndReturn(app, steps, bed)
    } finally {
      await app.close()
    }
  })
})

async function enrolAndReturn(app: App, steps: AppSteps, bed: RunningApp) {
  await app.createVault('quiet lantern orbit velvet')
  const page = await app.openTab(bed.url)
  await steps.logIn(page, bed)
  await steps.openSetup(page, bed)
  await saveWhatIsFound(app, page)
  await (await app.openPopup(page)).click(mine('fill-code'))
  await codeIn(page, steps.setupField)
  const unconfirmed = await unconfirmedIn(app)
  expect(await unconfirmed()).toBe(1)
  await page.bringToFront()
  await steps.confirmSetup(page)
  await waitUntil('the account is confirmed', async () => (await unconfirmed()) === 0)
  await steps.logOut(page, bed)
  await steps.logIn(page, bed)
  await codeIn(page, steps.promptField)
  await steps.sendCode(page)
  expect(await app.consoleErrors()).toEqual([])
}

/** The popup finds the account on the page by itself; one click saves it with the site. */
async function saveWhatIsFound(app: App, page: Page) {
  const popup = await app.openPopup(page)
  await popup.waitFor(mine('found-account'))
  await popup.click(mine('save-account'))
  await waitUntil('the account is saved', async () => (await app.accounts()).length === 1)
  await page.bringToFront()
}

/** How many accounts the site has taken no code of, as the list of accounts has it. */
async function unconfirmedIn(app: App) {
  const manage = await app.openManage('#/accounts')
  await manage.waitFor(mine('account-row'))
  return () => manage.count('[data-unconfirmed]')
}

async function codeIn(page: Page, field: string) {
  const isThere = async () => /^\d{6}$/.test(await page.value(field))
  await waitUntil(`a code in ${field}`, isThere, codeTimeoutMs)
}
