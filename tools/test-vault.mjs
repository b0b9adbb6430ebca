// npm run test:vault: what the vault promises, in full: kills, damage, searches, mutations. Writes
// what came out into docs/vault-format.md when all of it is well.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { readResults, replaceResults, toTable } from './results.mjs'
import { ensureDependencies, inRoot } from './run.mjs'
import { builds, longVault, runSteps } from './steps.mjs'

await ensureDependencies()
const { ensureBrowsers } = await import('./browsers.mjs')
await ensureBrowsers()

const startMs = performance.now()
const folder = mkdtempSync(path.join(tmpdir(), 'sixpence-vault-'))
const file = path.join(folder, 'results.jsonl')
writeFileSync(file, '')
process.env.SIXPENCE_TEST_LONG = '1'
process.env.SIXPENCE_TEST_RESULTS = file

const passed = await runSteps([builds, longVault])
const table = toTable(
  readResults(readFileSync(file, 'utf8')),
  new Date().toISOString().slice(0, 10),
)
rmSync(folder, { recursive: true, force: true })
console.log(`\n${table}\n\nIn ${((performance.now() - startMs) / 60_000).toFixed(1)} minutes.`)
if (passed) {
  const docs = inRoot('docs', 'vault-format.md')
  writeFileSync(docs, replaceResults(readFileSync(docs, 'utf8'), table))
  console.log('The table in docs/vault-format.md says so now.')
}
process.exitCode = passed ? 0 : 1
