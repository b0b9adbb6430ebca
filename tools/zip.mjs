// npm run zip: what the stores take, and its sums. The same source gives the same bytes.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { wxtForBoth } from './build-all.mjs'
import { ensureDependencies, inRoot } from './run.mjs'

await ensureDependencies()
process.exitCode = await wxtForBoth('zip')
if (process.exitCode === 0) {
  for (const name of readdirSync(inRoot('.output')).filter((one) => one.endsWith('.zip'))) {
    const sum = createHash('sha256').update(readFileSync(inRoot('.output', name)))
    console.log(`${sum.digest('hex')}  .output/${name}`)
  }
}
