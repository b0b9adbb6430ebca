// npm run build: both shipped builds, and what they weigh.
import process from 'node:process'
import { buildAll } from './build-all.mjs'
import { ensureDependencies } from './run.mjs'

await ensureDependencies()
process.exitCode = (await buildAll()).code
