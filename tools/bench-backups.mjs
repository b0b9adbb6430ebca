// npm run bench:backups -- [--dir DIR]: reads every file that DIR/expected.json names and compares
// what comes out with what is expected, then tries a wrong password on those that have one. The last
// line sums it up as JSON.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { loadTypeScript } from './load-typescript.mjs'
import { ensureDependencies, inRoot } from './run.mjs'

const { values } = parseArgs({
  options: { dir: { type: 'string', default: inRoot('../shared/backups') } },
})
if (!existsSync(join(values.dir, 'expected.json'))) {
  console.log(`no files to read: ${join(values.dir, 'expected.json')} is not there`)
  process.exit(1)
}
await ensureDependencies()
const { benchBackups } = await loadTypeScript('tests/bench/backups/index.ts')
const figures = await benchBackups(values.dir, ({ file, wrong, isEncrypted, isRefused, ms }) => {
  const verdict = wrong.length === 0 ? 'exact' : wrong.join('; ')
  const password = isEncrypted
    ? isRefused
      ? ', wrong password refused'
      : ', TAKES A WRONG PASSWORD'
    : ''
  console.log(`${file}: ${verdict}${password} (${Math.round(ms)} ms)`)
})
console.log(JSON.stringify(figures))
process.exit(figures.exact === figures.files && figures.refused === figures.encrypted ? 0 : 1)
