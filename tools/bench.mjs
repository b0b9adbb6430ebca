// npm run bench: what the shipped builds cost, beside what this machine needs for nothing.
import process from 'node:process'
import { buildAll } from './build-all.mjs'
import { loadTypeScript } from './load-typescript.mjs'
import { ensureDependencies } from './run.mjs'

await ensureDependencies()
const { ensureBrowsers } = await import('./browsers.mjs')
const found = await ensureBrowsers()
if ((await buildAll()).code !== 0) process.exit(1)

const { bench } = await loadTypeScript('tests/bench/index.ts')
const { missed, tableOf } = await loadTypeScript('tests/bench/figures.ts')
const rounds = Number(process.env.SIXPENCE_BENCH_ROUNDS ?? 9)
const results = []
for (const browser of ['chromium', 'firefox'].filter((name) => found[name])) {
  const figures = await bench(browser, rounds)
  results.push(figures)
  console.log(`\n${tableOf(figures)}`)
}
console.log('\nMedians of interleaved rounds; compare ratios of one run, nothing else.')
for (const figures of results) {
  for (const { name, ratio, target } of missed(figures)) {
    console.log(`MISSED in ${figures.browser}: ${name}: ${ratio.toFixed(2)}, at most ${target}`)
  }
}
console.log(JSON.stringify({ rounds, results }))
process.exit(results.some((figures) => missed(figures).length > 0) ? 1 : 0)
