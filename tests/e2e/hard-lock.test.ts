import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, browsers, launch, type Page } from '../driver'
import { saveAccount } from './fill-seed'
import {
  codes,
  comeBackTo,
  frontBadge,
  heardBy,
  isSameRun,
  markRun,
  originOf,
  password,
  secretBase32,
  serveSite,
  untilFilled,
  untilReloaded,
} from './lock-bed'

// Locking ends the processes that held the key, and open pages of allowed sites notice nothing.

/** Long enough for a reload that must not happen. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 4_500))

describe.each(browsers)('the hard lock in %s', (browser) => {
  let app: App
  let server: Server
  let origin: string
  let site: Page

  beforeAll(async () => {
    server = await serveSite()
    origin = originOf(server)
    app = await launch(browser, { grantedOrigins: [origin] })
  })
  afterAll(async () => {
    await app?.close()
    server?.close()
  })

  test('a fresh start reloads nothing: there is nothing to forget', async () => {
    await markRun(app)
    const manage = await app.openManage()
    await manage.close()
    await app.stopWorker()
    await quiet()
    expect(await isSameRun(app)).toBe(true)
  })

  test('while the vault is unlocked nothing is reloaded, page or no page', async () => {
    await app.createVault(password)
    const manage = await app.openManage()
    await saveAccount(manage, { id: 'ada', origin, secretBase32 })
    await manage.close()
    await quiet()
    expect(await isSameRun(app)).toBe(true)
  })

  test('while a page of ours is open it stays, and the lock is hard when the page closes', async () => {
    site = await app.openTab(`${origin}/later`)
    const manage = await app.openManage()
    await manage.click('[data-testid=lock]')
    await manage.waitFor('[data-testid=master-password]')
    await quiet()
    expect(await isSameRun(app)).toBe(true)
    await manage.close()
    await untilReloaded(app)
    expect(await heardBy(site)).toMatchObject({ input: 0, change: 0, message: 0 })
  })

  test('it is reloaded once and not again', async () => {
    await markRun(app)
    await app.stopWorker()
    await quiet()
    expect(await isSameRun(app)).toBe(true)
  })

  test('a page that was open all the time is asked about and filled once, by one of us', async () => {
    await site.bringToFront()
    await site.click('h1')
    await comeBackTo(site)
    await expect.poll(() => frontBadge(app)).toBe('!')
    const before = await heardBy(site)
    await app.unlock(password)
    await comeBackTo(site)
    await untilFilled(site)
    expect(codes()).toContain(await site.value('#code'))
    await quiet()
    const after = await heardBy(site)
    expect(after.input - before.input).toBe(1)
    expect(after.message).toBe(0)
  })

  test('our own code logged no errors', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})
