import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import QRCode from 'qrcode'
import { type App, type BrowserName, launch } from '@/tests/driver'
import { sleep } from '@/tests/driver/waiting'
import { servePage } from '../index'
import { measurePopup, type Samples } from '../measures'
import { type PageRow, pageRowsOf } from '../pages/figures'
import { floorPage, probedBuild } from '../probed-build'
import { keepVaults, layVault, sealVault } from '../seed'

const password = 'walnut sextant bicycle harbour'
const uri = 'otpauth://totp/Heron:ada?secret=JBSWY3DPEHPK3PXP&issuer=Heron'
/** Accounts in the vault meanwhile. */
const count = 20
/** Browsers take so many pictures a second and no more. */
const restMs = 1_000

const scanFloor = 'scan-floor.html'
const html = `<!doctype html><title>floor</title><script src="probe.js"></script>
  <script src="jsQR.js"></script><script type="module" src="scan-floor.js"></script><body>`

/**
 * From the click on the toolbar button to an account that is ready to be saved: the shipped popup
 * beside the least that reads the same code off the same page, in turn.
 */
export async function benchScan(
  browser: BrowserName,
  rounds: number,
): Promise<{ readonly browser: string; readonly rows: readonly PageRow[] }> {
  const build = buildWithFloor(browser)
  const site = await servePage(await pageWithCode())
  const app = await launch(browser, { build })
  const samples: Samples = new Map()
  try {
    await app.createVault(password)
    await measureScans(app, site.url, rounds, samples)
    return { browser: app.version, rows: pageRowsOf(samples) }
  } finally {
    await app.close()
    site.server.close()
    rmSync(build, { recursive: true, force: true })
  }
}

async function measureScans(
  app: App,
  url: string,
  rounds: number,
  samples: Samples,
): Promise<void> {
  const control = await app.openTab(`${app.extensionOrigin}/${floorPage}`)
  const tab = await app.openTab(url)
  await keepVaults(control, new Map([[count, await sealVault(count, Date.now())]]))
  await layVault(control, count)
  for (let round = 0; round < rounds; round++) {
    for (const [name, file] of [
      ['scan floor', scanFloor],
      ['scan', 'popup.html'],
    ] as const) {
      await sleep(restMs)
      await measurePopup(app, tab, { file, shows: 'readyMs' }, name, samples)
    }
  }
}

function buildWithFloor(browser: BrowserName): string {
  const build = probedBuild(browser)
  const decoder = createRequire(import.meta.url).resolve('jsqr')
  cpSync(decoder, path.join(build, 'jsQR.js'))
  cpSync(path.join(import.meta.dirname, 'floor.js'), path.join(build, 'scan-floor.js'))
  writeFileSync(path.join(build, scanFloor), html)
  return build
}

async function pageWithCode(): Promise<string> {
  const picture = await QRCode.toDataURL(uri, { scale: 5 })
  return `<title>Security</title><h1>Set up two-factor authentication</h1><p>Scan this code.</p>
    <img src="${picture}" style="position:absolute;left:500px;top:250px">`
}
