// Draws public/icons/*.png from the two drawings of the mark: `node tools/icons.mjs`.
// The PNGs are committed; run this after changing a drawing.
import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { ensureBrowsers } from './browsers.mjs'

const folder = new URL('../public/icons/', import.meta.url)
const drawings = [
  { size: 16, file: 'mark-small.svg' },
  { size: 32, file: 'mark-small.svg' },
  { size: 48, file: 'mark.svg' },
  { size: 128, file: 'mark.svg' },
]

/** The PNG bytes of an SVG text at `size` pixels, on a transparent ground. */
async function render(page, svg, size) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  )
  return page.screenshot({ omitBackground: true })
}

const { chromium: executablePath } = await ensureBrowsers()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage()
for (const { size, file } of drawings) {
  const svg = await readFile(new URL(file, folder), 'utf8')
  await writeFile(new URL(`${size}.png`, folder), await render(page, svg, size))
  console.log(`public/icons/${size}.png from ${file}`)
}
await browser.close()
