// npm run bench [-- --only vault|pages|fill|scan] [--built]: what the shipped builds cost, beside what
// this machine needs for nothing.
import process from 'node:process'
import { parseArgs } from 'node:util'
import { buildAll } from './build-all.mjs'
import { loadTypeScript } from './load-typescript.mjs'
import { ensureDependencies } from './run.mjs'

const { values } = parseArgs({
  options: { only: { type: 'string' }, built: { type: 'boolean', default: false } },
})
const names = ['vault', 'pages', 'fill', 'scan'].filter((name) => name === (values.only ?? name))
if (names.length === 0) {
  console.log(`--only takes vault, pages, fill or scan, not ${values.only}`)
  process.exit(1)
}
await ensureDependencies()
const { ensureBrowsers } = await import('./browsers.mjs')
const found = await ensureBrowsers()
if (!values.built && (await buildAll()).code !== 0) process.exit(1)

const { bench } = await loadTypeScript('tests/bench/index.ts')
const { missed, tableOf } = await loadTypeScript('tests/bench/figures.ts')
const { benchFill, benchPages } = await loadTypeScript('tests/bench/pages/index.ts')
const { benchScan } = await loadTypeScript('tests/bench/scan/index.ts')
const { heldOf, pageTableOf } = await loadTypeScript('tests/bench/pages/figures.ts')
const parts = { pages: benchPages, fill: benchFill, scan: benchScan }
const rounds = Number(process.env.SIXPENCE_BENCH_ROUNDS ?? 9)
const results = []
const pages = []
for (const browser of ['chromium', 'firefox'].filter((name) => found[name])) {
  for (const name of names) {
    if (name === 'vault') {
      const figures = await bench(browser, rounds)
      results.push(figures)
      console.log(`\n${tableOf(figures)}`)
      continue
    }
    const figures = await parts[name](browser, rounds)
    if (figures === null) continue
    pages.push({ part: name, ...figures })
    console.log(`\n${pageTableOf(`${figures.browser}: ${name}`, figures.rows)}`)
  }
}
console.log('\nMedians of interleaved rounds; compare ratios of one run, nothing else.')
for (const figures of results) {
  for (const { name, ratio, target } of missed(figures)) {
    console.log(`MISSED in ${figures.browser}: ${name}: ${ratio.toFixed(2)}, at most ${target}`)
  }
}
console.log(JSON.stringify({ rounds, results, pages }))
const isMissed =
  results.some((figures) => missed(figures).length > 0) ||
  pages.some(({ rows }) => rows.some((row) => heldOf(row) > row.target))
process.exit(isMissed ? 1 : 0)
