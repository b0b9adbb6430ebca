// npm run screens: pictures of every screen of the shipped build, light and dark, for docs/screens.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { startDemoSite } from '../tests/demo-site/server.mjs'
import { buildAll } from './build-all.mjs'
import { loadTypeScript } from './load-typescript.mjs'
import { ensureDependencies, inRoot } from './run.mjs'

const folder = inRoot('docs', 'screens')

async function picture(colorScheme) {
  const { launch } = await loadTypeScript('tests/driver/index.ts')
  const { pictureScreens } = await loadTypeScript('tests/tour/screens.ts')
  const site = await startDemoSite()
  const app = await launch('chromium', { colorScheme, grantedOrigins: [site.url] })
  try {
    await pictureScreens({
      app,
      site,
      picture: (name, page) => page.screenshot(path.join(folder, `${name}-${colorScheme}.png`)),
    })
  } finally {
    await app.close()
    await site.close()
  }
}

const dataUrl = (name) =>
  `data:image/png;base64,${readFileSync(path.join(folder, name)).toString('base64')}`

/** The README's picture: the filled page with the popup over it, as they stand on a screen. */
async function composeTour() {
  const { chromium } = await import('playwright-core')
  const { findBrowsers } = await import('./browsers.mjs')
  const profile = mkdtempSync(path.join(tmpdir(), 'sixpence-tour-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowsers().chromium,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    viewport: { width: 1280, height: 720 },
  })
  const page = await context.newPage()
  await page.setContent(`<style>
    body { margin: 0; background: url(${dataUrl('page-filled-light.png')}) }
    img { position: absolute; inset-block-start: 8px; inset-inline-end: 24px; border-radius: 10px;
      box-shadow: 0 0 0 1px rgb(0 0 0 / .12), 0 12px 40px rgb(0 0 0 / .28) }
  </style><img src="${dataUrl('popup-saved-light.png')}">`)
  await page.screenshot({ path: path.join(folder, 'tour.png') })
  await context.close()
  rmSync(profile, { recursive: true, force: true })
}

await ensureDependencies()
const { ensureBrowsers } = await import('./browsers.mjs')
await ensureBrowsers()
if ((await buildAll()).code !== 0) process.exit(1)
mkdirSync(folder, { recursive: true })
await picture('light')
await picture('dark')
await composeTour()
console.log(`\nThe pictures are in ${path.relative(process.cwd(), folder)}`)
process.exit()
