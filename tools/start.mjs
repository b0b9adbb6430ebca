// npm start: fetches what is missing, builds, and opens a browser with Sixpence in it and the demo
// site beside it. Where there is no display it walks through the tour instead and takes pictures.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { buildAll } from './build-all.mjs'
import { loadTypeScript } from './load-typescript.mjs'
import { ensureDependencies, inRoot } from './run.mjs'

const hasDisplay = () =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

async function openBrowser(site) {
  const { launch } = await loadTypeScript('tests/driver/index.ts')
  const app = await launch('chromium', {
    headless: false,
    desktop: true,
    profile: inRoot('.cache', 'start'),
  })
  const [blank] = await app.tabs()
  const page = await app.openTab(site.url)
  await app.openManage()
  await blank?.close()
  console.log(`
Sixpence is installed in the browser that just opened.
1. Create your vault in the Sixpence tab.
2. In the demo site (${site.url}) log in as ${site.user} with the password ${site.password},
   and set up two-factor.
3. Click the Sixpence button in the toolbar (behind the puzzle piece until you pin it).
4. Log out and in again: a code is never typed twice, so the field waits for the next one.

Close the browser to end this.`)
  await page.closed
  while ((await app.tabs().catch(() => [])).length > 0) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  await app.close()
}

async function walkTour(site) {
  const { launch } = await loadTypeScript('tests/driver/index.ts')
  const { tour } = await loadTypeScript('tests/tour/tour.ts')
  const folder = inRoot('.cache', 'tour')
  mkdirSync(folder, { recursive: true })
  console.log('There is no display here, so Sixpence takes the tour by itself. A user ...')
  const app = await launch('chromium', { prompts: true })
  let count = 0
  const stage = {
    app,
    site,
    masterPassword: 'quiet lantern orbit velvet',
    picture: async (name, page) => {
      count += 1
      await page.screenshot(path.join(folder, `${String(count).padStart(2, '0')}-${name}.png`))
    },
    page: null,
    backupFile: null,
  }
  try {
    for (const { title, run } of tour) {
      console.log(`  ${title}`)
      await run(stage)
    }
  } finally {
    await app.close()
  }
  console.log(`\nDone. The ${count} pictures are in ${path.relative(process.cwd(), folder)}`)
}

await ensureDependencies()
const { ensureBrowsers } = await import('./browsers.mjs')
await ensureBrowsers()
if ((await buildAll()).code !== 0) process.exit(1)
const { startDemoSite } = await import('../tests/demo-site/server.mjs')
const site = await startDemoSite()
try {
  await (hasDisplay() ? openBrowser(site) : walkTour(site))
} catch (error) {
  console.error(`\nThe tour stopped: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
} finally {
  await site.close()
}
process.exit()
