// What every command needs first: the dependencies.
import { ensureDependencies } from './run.mjs'

await ensureDependencies()
