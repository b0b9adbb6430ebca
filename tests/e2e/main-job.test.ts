import { beforeAll, describe, expect, test } from 'vitest'
import { startDemoSite } from '../demo-site/server.mjs'
import { launch } from '../driver'
import type { Stage } from '../tour/stage'
import { tour } from '../tour/tour'

describe.each(['chromium', 'firefox'] as const)('in %s, a user', (browser) => {
  let stage: Stage

  beforeAll(async () => {
    const site = await startDemoSite()
    const app = await launch(browser, { prompts: true })
    stage = {
      app,
      site,
      masterPassword: 'quiet lantern orbit velvet',
      picture: async () => {},
      page: null,
      backupFile: null,
    }
    return async () => {
      await app.close()
      await site.close()
    }
  })

  let broken = false
  test.each(tour)('$title', async ({ run }) => {
    if (broken) throw new Error('an earlier step failed')
    broken = true
    await run(stage)
    broken = false
  })

  test('makes Sixpence send nothing anywhere', async () => {
    expect(await stage.app.network()).toEqual([])
  })

  test('sees no error of its own code', async () => {
    expect(await stage.app.consoleErrors()).toEqual([])
  })
})
