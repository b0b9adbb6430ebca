import { execFile } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { record } from '../long-run'
import { type ZipEntry, zipEntries } from '../zip-entries'

const run = promisify(execFile)
const checkout = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'sixpence-builds-'))
/** Nothing of where, when and by whom may show. */
const places = [
  {
    root: path.join(folder, 'a'),
    env: { TZ: 'Pacific/Auckland', LANG: 'C', NODE_ENV: 'development' },
  },
  {
    root: path.join(folder, 'deeper', 'another place'),
    env: { TZ: 'UTC', LANG: 'tr_TR.UTF-8', NODE_ENV: 'production' },
  },
]
const zipsOf = (root: string) =>
  readdirSync(path.join(root, '.output'))
    .filter((name) => name.endsWith('.zip'))
    .sort()
const readZip = (root: string, name: string) => readFileSync(path.join(root, '.output', name))

beforeAll(async () => {
  for (const { root, env } of places) {
    copySource(root)
    await run(process.execPath, ['tools/zip.mjs'], { cwd: root, env: { ...process.env, ...env } })
  }
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('two clean builds in two places give the same zips, byte for byte', () => {
  const [first, second] = places.map(({ root }) => root)
  const names = zipsOf(first ?? '')
  expect(names).toEqual([
    expect.stringMatching(/-chrome\.zip$/),
    expect.stringMatching(/-firefox\.zip$/),
    expect.stringMatching(/-sources\.zip$/),
  ])
  expect(zipsOf(second ?? '')).toEqual(names)
  const differing = names.filter(
    (name) => !readZip(first ?? '', name).equals(readZip(second ?? '', name)),
  )
  expect(differing).toEqual([])
  record({
    promise: 'P18',
    what: 'zips of two clean builds compared',
    where: `node ${process.versions.node}`,
    count: names.length,
    result: `${differing.length} differ`,
  })
})

test.each([
  ['chrome', 'chrome-mv3'],
  ['firefox', 'firefox-mv3'],
])('the zip for %s is the build and nothing else, as stores take it', (browser, build) => {
  const { root } = places[0] ?? { root: '' }
  const name = zipsOf(root).find((one) => one.endsWith(`-${browser}.zip`)) ?? ''
  const entries: readonly ZipEntry[] = zipEntries(readZip(root, name))
  const built = path.join(root, '.output', build)
  expect(entries.map((entry) => entry.name)).toContain('manifest.json')
  expect(entries.map((entry) => entry.name).sort()).toEqual(filesOf(built))
  for (const entry of entries) {
    expect(entry.contents.equals(readFileSync(path.join(built, entry.name)))).toBe(true)
  }
})

/** Everything that a build reads, without what earlier builds left. */
function copySource(root: string): void {
  const skipped = ['node_modules', '.output', '.wxt', '.git', 'docs', 'tests']
  mkdirSync(root, { recursive: true })
  for (const name of readdirSync(checkout).filter((one) => !skipped.includes(one))) {
    cpSync(path.join(checkout, name), path.join(root, name), { recursive: true })
  }
  linkTree(path.join(checkout, 'node_modules'), path.join(root, 'node_modules'))
}

/** A copy whose real path is another one, which a symbolic link would not have. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isFile()) linkOrCopy(source, target)
  }
}

/** Other file systems take no links, and some none at all. */
function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .sort()
}
