import { loadTypeScript } from './load-typescript.mjs'

const { run } = await loadTypeScript('tests/bench/x-scan.ts')
await run(process.argv[2], Number(process.argv[3] ?? 4))
process.exit(0)
