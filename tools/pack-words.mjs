// node tools/pack-words.mjs: packs utils/fields/words.ts for the script that reads pages, into
// utils/fields/vocabulary.json. A test fails while the two differ.
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { loadTypeScript } from './load-typescript.mjs'
import { inRoot, runBin } from './run.mjs'
import { packWords } from './vocabulary.mjs'

const { allWords } = await loadTypeScript('utils/fields/words.ts')
const { fold, unspaced } = await loadTypeScript('utils/fields/text.ts')
const file = inRoot('utils/fields/vocabulary.json')
writeFileSync(file, `${JSON.stringify(packWords(allWords, { fold, unspaced }), null, 2)}\n`)
const { code } = await runBin('biome', ['format', '--write', file])
process.exit(code)
