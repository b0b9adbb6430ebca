// The steps that `npm run check` and `npm test` are made of. Each answers what passed and failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { buildAll } from './build-all.mjs'
import { runBin } from './run.mjs'
import { ensureWidgets } from './widgets.mjs'

const one = async (title, work) => {
  console.log(`\n== ${title}`)
  const { code } = await work()
  return { title, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

const vitest = async (title, args, options = {}) => {
  console.log(`\n== ${title}`)
  const folder = mkdtempSync(path.join(tmpdir(), 'sixpence-results-'))
  const file = path.join(folder, 'results.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code, output } = await runBin('vitest', ['run', ...args, ...reporters], options)
  if (options.capture) console.log(`\n== ${title}\n${output}`)
  const result = counts(file, code)
  rmSync(folder, { recursive: true, force: true })
  return { title, ...result }
}

// A run that ends badly although every test passed (a suite that could not load, an unhandled
// rejection) counts as a failure: it must never be green.
const counts = (file, code) => {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
      readFileSync(file, 'utf8'),
    )
    const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests
    return {
      passed: numPassedTests,
      failed,
      skipped: numPendingTests,
      failures: testResults.flatMap(failuresOf),
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const failuresOf = ({ name, message, assertionResults }) => {
  const failed = assertionResults.filter(({ status }) => status === 'failed')
  const file = path.relative(process.cwd(), name)
  if (failed.length === 0) return message ? [`${file}: ${firstLines(message)}`] : []
  return failed.map(
    ({ fullName, failureMessages }) =>
      `${file}: ${fullName}\n${firstLines(failureMessages.join('\n'))}`,
  )
}

const firstLines = (text) => text.split('\n').slice(0, 12).join('\n')

/** Types of the whole project. */
export const types = () => one('types', () => runBin('tsc', ['-p', 'tsconfig.json']))

/** The pure folders compile without a DOM. */
export const pureTypes = () =>
  one('types of the pure folders', () => runBin('tsc', ['-p', 'tsconfig.pure.json']))

/** Format, lint, and the walls between folders. */
export const lint = () => one('format, lint and walls', () => runBin('biome', ['check', '.']))

/** Unit tests. */
export const unit = () => vitest('unit tests', [])

/** Both shipped builds. */
export const builds = () => one('builds', buildAll)

/** The page of other libraries' code fields, which the end-to-end tests fill. */
export const widgets = async () => {
  console.log('\n== code fields of libraries')
  const title = 'code fields of libraries'
  try {
    const isBuilt = await ensureWidgets()
    return { title, passed: isBuilt ? 1 : 0, failed: 0, skipped: isBuilt ? 0 : 1 }
  } catch (error) {
    console.log(error.message)
    return { title, passed: 0, failed: 1, skipped: 0 }
  }
}

/** End-to-end tests of the shipped builds in both browsers. */
export const endToEnd = () => vitest('end to end', ['--config', 'vitest.e2e.config.ts'])

/** The unit tests of the vault and of its ledger, which the environment may ask for in full. */
const longUnit = () =>
  vitest(
    'unit tests of the vault',
    ['--maxWorkers=1', 'tests/unit/utils/vault', 'tests/unit/entrypoints/background/never-twice'],
    { capture: true },
  )

/** The long tests of the vault, side by side: browsers leave a processor idle now and then. */
export const longVault = async () => {
  const results = await Promise.all([longUnit(), longIn('chromium'), longIn('firefox')])
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  return {
    title: 'the vault by itself and in both browsers',
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: results.flatMap(({ failures = [] }) => failures),
  }
}

const longIn = (browser) =>
  vitest(
    `the vault in ${browser}`,
    ['--config', 'vitest.e2e.config.ts', '--maxWorkers=1', 'tests/e2e/vault'],
    { env: { SIXPENCE_TEST_BROWSER: browser }, capture: true },
  )

/**
 * Runs steps one after the other, prints the closing line, answers whether all passed.
 * @param {readonly (() => Promise<{ title: string, passed: number, failed: number, skipped: number, failures?: readonly string[] }>)[]} steps
 */
export async function runSteps(steps) {
  const results = []
  for (const step of steps) results.push(await step())
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  for (const { title, failures = [] } of results) {
    for (const failure of failures) console.log(`\nFAILED in ${title}: ${failure}`)
  }
  console.log('')
  for (const { title, passed, failed, skipped } of results) {
    console.log(
      `${failed > 0 ? 'FAILED' : 'ok    '} ${title}: ${passed} passed, ${failed} failed, ${skipped} skipped`,
    )
  }
  if (sum('skipped') > 0)
    console.log(`\n${sum('skipped')} tests were skipped: see their lines above`)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0
}
