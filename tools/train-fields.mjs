// node tools/train-fields.mjs [--set FILE]... [--seen FILE]: trains the weights of the signals that
// find code fields, and writes them to utils/fields/weights.json. Prints how well they do: each
// application by weights that were trained without it, and each set by those of the others.
// --seen keeps what the browser saw of the pages, to train again without it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { loadTypeScript } from './load-typescript.mjs'
import { inRoot } from './run.mjs'

const sets = [inRoot('../shared/otp-pages/open.json'), inRoot('tests/fixtures/pages/wild.txt')]
const { values } = parseArgs({
  options: {
    set: { type: 'string', multiple: true, default: sets },
    seen: { type: 'string' },
  },
})
const { openFieldsBrowser } = await loadTypeScript('tests/bench/fields/browser.ts')
const { readPages } = await loadTypeScript('tests/bench/fields/read.ts')
const { crossValidate, examplesOf, test, train } = await loadTypeScript(
  'tests/bench/fields/train.ts',
)

const { reasons } = await loadTypeScript('utils/fields/reasons.ts')

async function look() {
  if (values.seen && existsSync(values.seen)) return JSON.parse(readFileSync(values.seen, 'utf8'))
  const browser = await openFieldsBrowser()
  const seen = []
  for (const set of values.set) {
    const pages = []
    for (const page of readPages(set)) pages.push(await browser.look(page))
    seen.push(pages)
  }
  await browser.close()
  if (values.seen) writeFileSync(values.seen, JSON.stringify(seen))
  return seen
}

const say = (what, { precision, recall, f1 }) =>
  console.log(`${what}: P ${precision} R ${recall} F1 ${f1}`)

const seen = await look()
const all = seen.flat()
const examples = all.flatMap(examplesOf)
for (const [index, pages] of seen.entries()) {
  const others = examples.filter((example) => !pages.includes(example.seen))
  const name = path.basename(values.set[index])
  if (others.length > 0) say(`${name} by the other sets`, test(train(others), examples, pages))
}
say('cross-validated by application', crossValidate(examples, all))
const weights = train(examples)
say('all pages by the weights of all', test(weights, examples, all))
for (const [index, [name]] of reasons.entries()) console.log(`${weights.signals[index]}  ${name}`)
writeFileSync(inRoot('utils/fields/weights.json'), `${JSON.stringify(weights, null, 2)}\n`)
process.exit(0)
