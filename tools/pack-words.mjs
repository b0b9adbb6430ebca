// node tools/pack-words.mjs: packs utils/fields/words.ts for the script that reads pages, into
// utils/fields/vocabulary.json, and for the one that fills into kind-vocabulary.json. A test fails
// while they differ.
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { loadTypeScript } from './load-typescript.mjs'
import { inRoot, runBin } from './run.mjs'
import { packWords } from './vocabulary.mjs'

const { wordLists } = await loadTypeScript('utils/fields/words.ts')
const { fold, unspaced } = await loadTypeScript('utils/fields/text.ts')
const pack = (name, lists) => {
  const file = inRoot(`utils/fields/${name}.json`)
  writeFileSync(file, `${JSON.stringify(packWords(lists, { fold, unspaced }), null, 2)}\n`)
  return file
}
const files = [
  pack(
    'vocabulary',
    wordLists.map(({ finding = '' }) => finding),
  ),
  pack(
    'kind-vocabulary',
    wordLists.map(({ judging = '' }) => judging),
  ),
]
const { code } = await runBin('biome', ['format', '--write', ...files])
process.exit(code)
