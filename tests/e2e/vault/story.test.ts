import { describe, expect, test } from 'vitest'
import { type App, launch, type Page } from '../../driver'
import { mine } from '../../tour/stage'
import { masterPassword, vaultBrowsers } from './bed'
import { accountNumber, lineNumber } from './saving'

// P7 as its user sees it: nothing but the keyboard, the mouse and a browser that is gone at once.

const labels = async (app: App) => (await app.accounts()).map(({ label }) => label).sort()
const labelsOf = (...numbers: number[]) => numbers.map((number) => accountNumber(number).label)

/** Pastes an account, up to the click that saves it. */
async function clickSave(app: App, number: number): Promise<Page> {
  const page = await app.openManage('#/add')
  await page.fill(mine('paste-text'), lineNumber(number))
  await page.click(mine('paste-review'))
  await page.click(mine('save-all'))
  return page
}

async function comeBack(app: App): Promise<void> {
  await app.restart()
  await app.unlock(masterPassword)
}

describe.each(vaultBrowsers)('in %s, a user whose browser is killed', (browser) => {
  test('while saving finds everything that was saved, and goes on', async () => {
    const app = await launch(browser)
    try {
      await app.createVault(masterPassword)
      await app.importText([lineNumber(0), lineNumber(1)].join('\n'))
      const page = await clickSave(app, 2)
      await page.waitFor(mine('account-list'))
      await app.kill()
      await comeBack(app)
      expect(await labels(app)).toEqual(labelsOf(0, 1, 2))

      await clickSave(app, 3)
      await app.kill()
      await comeBack(app)
      const found = await labels(app)
      expect([labelsOf(0, 1, 2), labelsOf(0, 1, 2, 3)]).toContainEqual(found)

      await app.importText(lineNumber(4))
      expect(await labels(app)).toEqual([...found, ...labelsOf(4)])
      expect(await app.consoleErrors()).toEqual([])
    } finally {
      await app.close()
    }
  }, 120_000)
})
