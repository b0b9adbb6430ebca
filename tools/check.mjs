// npm run check: what is fast enough for every save. No browser.
import process from 'node:process'
import { ensureDependencies } from './run.mjs'
import { lint, pureTypes, runSteps, types, unit } from './steps.mjs'

await ensureDependencies()
process.exitCode = (await runSteps([types, pureTypes, lint, unit])) ? 0 : 1
