import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type App, type BrowserName, launch } from '@/tests/driver'
import { sleep } from '@/tests/driver/waiting'
import { type Figures, figuresOf } from './figures'
import {
  measureBackground,
  measurePopup,
  measureSave,
  measureUnlock,
  type Samples,
} from './measures'
import { floorPage, probedBuild } from './probed-build'
import { keepVaults, layVault, sealVault } from './seed'

const password = 'walnut sextant bicycle harbour'
const settleMs = 1_000
const shows = 'firstCodeMs'
/** Accounts in the vaults that the popup opens over. */
export const sizes: readonly number[] = [1, 100, 1_000, 10_000]

/**
 * Measures the shipped build in one browser. Everything is interleaved, so that what else the
 * machine does hits all of it alike, and only ratios within a run mean anything.
 */
export async function bench(browser: BrowserName, rounds: number): Promise<Figures> {
  const build = probedBuild(browser)
  const site = await servePage('<title>a page</title><p>nothing to scan</p>')
  const app = await launch(browser, { build })
  try {
    const samples: Samples = new Map()
    await app.createVault(password)
    for (let round = 0; round < rounds; round++) await measureUnlock(app, samples, password)
    await measureVaults(app, site.url, rounds, samples)
    return figuresOf(app.version, samples)
  } finally {
    await app.close()
    site.server.close()
    rmSync(build, { recursive: true, force: true })
  }
}

async function measureVaults(
  app: App,
  url: string,
  rounds: number,
  samples: Samples,
): Promise<void> {
  const control = await app.openTab(`${app.extensionOrigin}/${floorPage}`)
  const tab = await app.openTab(url)
  const nowMs = Date.now()
  const vaults = new Map(
    await Promise.all(sizes.map(async (count) => [count, await sealVault(count, nowMs)] as const)),
  )
  await keepVaults(control, vaults)
  for (let round = 0; round < rounds; round++) {
    await measurePopup(app, tab, { file: floorPage, shows }, 'popup floor', samples)
    for (const count of sizes) {
      await layVault(control, count)
      // The background takes up that there is another vault; people do not open a popup just then.
      await sleep(settleMs)
      await measurePopup(app, tab, { file: 'popup.html', shows }, `popup ${count}`, samples)
    }
    for (const count of [1, 1_000]) await measureSave(app, control, count, samples)
    await measureBackground(app, control, samples)
  }
}

/** A site with one page. */
export async function servePage(html: string): Promise<{ server: Server; url: string }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html>${html}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}
