// npm run bench:qr -- --corpus DIR[,DIR] [--no-wasm] [--no-boxes]: how many codes of pictures are
// read, and at what cost, in Chromium. A folder has truth.json beside its pictures.
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { loadTypeScript } from './load-typescript.mjs'
import { ensureDependencies } from './run.mjs'

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '' },
    'no-wasm': { type: 'boolean', default: false },
    'no-boxes': { type: 'boolean', default: false },
  },
})
const folders = values.corpus.split(',').filter((folder) => folder !== '')
const missing = folders.filter((folder) => !existsSync(path.join(folder, 'truth.json')))
if (folders.length === 0 || missing.length > 0) {
  console.log(`no pictures to read: --corpus names folders with a truth.json, not ${missing}`)
  process.exit(1)
}
await ensureDependencies()
const { ensureBrowsers } = await import('./browsers.mjs')
await ensureBrowsers()
const { benchQr, reportOf } = await loadTypeScript('tests/bench/qr/index.ts')
const { readCorpus } = await loadTypeScript('tests/bench/qr/corpus.ts')
const samples = folders
  .flatMap((folder) => readCorpus(folder))
  .map((sample) => (values['no-boxes'] ? { ...sample, cands: null } : sample))
console.log(reportOf(await benchQr(samples, !values['no-wasm'])))
process.exit(0)
