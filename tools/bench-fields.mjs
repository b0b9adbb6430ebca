// npm run bench:fields -- [--set FILE] [--wrap WRAP] [--nodes N]: how well the detector finds code
// fields on described pages, in Chromium. Other pages by --set; the same in shadow roots, frames
// and so on by --wrap; larger by N more elements.
import { existsSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { loadTypeScript } from './load-typescript.mjs'
import { ensureDependencies, inRoot } from './run.mjs'

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: inRoot('../shared/otp-pages/open.json') },
    wrap: { type: 'string', default: 'none' },
    nodes: { type: 'string', default: '0' },
  },
})
if (!existsSync(values.set)) {
  console.log(`no pages to measure on: ${values.set} is not there`)
  process.exit(1)
}
await ensureDependencies()
const { ensureBrowsers } = await import('./browsers.mjs')
await ensureBrowsers()
const { benchFields, reportOf, wrapOf } = await loadTypeScript('tests/bench/fields/index.ts')
const { readPages } = await loadTypeScript('tests/bench/fields/read.ts')
const outcomes = await benchFields(readPages(values.set), wrapOf(values.wrap), Number(values.nodes))
console.log(reportOf(outcomes))
process.exit(0)
