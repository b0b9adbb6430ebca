import type { App, Page } from '../../driver'
import { mine } from '../../tour/stage'

/** Changes the master password as a user does, and waits until the page says so. */
export async function changePassword(app: App, from: string, to: string): Promise<void> {
  const page = await startPasswordChange(app, from, to)
  await page.waitFor(mine('toast'), { timeoutMs: 30_000 })
  await page.close()
}

/** The same up to the click that starts it. */
export async function startPasswordChange(app: App, from: string, to: string): Promise<Page> {
  const page = await app.openManage('#/settings')
  await page.waitFor(mine('current-password'))
  await page.fill(mine('current-password'), from)
  await page.fill(mine('new-password'), to)
  await page.fill(mine('repeat-password'), to)
  await page.click(mine('change-password'))
  return page
}
