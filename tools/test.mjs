// npm test: everything, from a fresh clone on a machine with only node and npm.
import process from 'node:process'
import { ensureDependencies } from './run.mjs'
import { builds, endToEnd, lint, pureTypes, runSteps, types, unit, widgets } from './steps.mjs'

await ensureDependencies()
const { ensureBrowsers, ensurePython } = await import('./browsers.mjs')
await ensureBrowsers()
ensurePython()
process.exitCode = (await runSteps([types, pureTypes, lint, unit, builds, widgets, endToEnd]))
  ? 0
  : 1
