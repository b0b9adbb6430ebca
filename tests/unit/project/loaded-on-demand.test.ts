import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const statics = /(?:^|\n)(?:import|export)\s(?!type\b)(?:[^'"]*?from\s)?'([^']+)'/g
const dynamics = /\bimport\(\s*'([^']+)'\)/g

const fileOf = (from: string, name: string): string | null => {
  const base = name.startsWith('@/')
    ? path.join(root, name.slice(2))
    : path.resolve(from, '..', name)
  const isOurs = name.startsWith('@/') || name.startsWith('.')
  const file = ['', '.ts', '.tsx']
    .map((end) => base + end)
    .find((each) => /\.[a-z]+$/.test(each) && existsSync(each))
  return isOurs && file !== undefined ? file : null
}

/** Every file of ours that `entry` carries: what it imports, and what that imports. */
const carriedBy = (entry: string, kinds: readonly RegExp[]): Set<string> => {
  const seen = new Set<string>()
  const queue = [path.join(root, entry)]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const source = /\.tsx?$/.test(file) ? readFileSync(file, 'utf8') : ''
    for (const [, name = ''] of kinds.flatMap((kind) => [...source.matchAll(kind)])) {
      const next = fileOf(file, name)
      if (next !== null) queue.push(next)
    }
  }
  return new Set([...seen].map((file) => path.relative(root, file)))
}

const knowledge = 'utils/sites/known/table.json'

test('what is known of sites is one part of its own', () => {
  expect(carriedBy('utils/sites/known.ts', [statics])).not.toContain(knowledge)
  expect(carriedBy('utils/sites/known.ts', [statics, dynamics])).toContain(knowledge)
})

// They are one file each: what they would load later is in it from the start.
test.each([
  'entrypoints/background/index.ts',
  'entrypoints/fill.ts',
  'entrypoints/watch.content.ts',
])('%s carries nothing of what is known of sites, not even to load later', (entry) => {
  const carried = carriedBy(entry, [statics, dynamics])
  expect(carried.size).toBeGreaterThan(1)
  expect(carried).not.toContain(knowledge)
})

test.each(['entrypoints/popup/main.tsx', 'entrypoints/manage/main.tsx'])(
  '%s loads what is known of sites and the look-alike guard when it needs them',
  (entry) => {
    const carried = carriedBy(entry, [statics])
    expect(carried.size).toBeGreaterThan(20)
    expect(carried).not.toContain(knowledge)
    expect(carried).not.toContain('utils/sites/look-alike.ts')
    expect(carried).not.toContain('utils/sites/domain.ts')
  },
)

test('the watcher on every page of an allowed site carries nothing that finds fields or fills them', () => {
  const finding = [
    'utils/fields/find.ts',
    'utils/fields/vocabulary.json',
    'utils/fields/dom/write.ts',
  ]
  const watcher = carriedBy('entrypoints/watch.content.ts', [statics, dynamics])
  const filler = carriedBy('entrypoints/fill.ts', [statics, dynamics])
  expect(finding.filter((file) => watcher.has(file))).toEqual([])
  expect(finding.filter((file) => !filler.has(file))).toEqual([])
  // It has them packed.
  expect(filler).not.toContain('utils/fields/words.ts')
})
