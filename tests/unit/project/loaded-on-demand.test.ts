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
  'entrypoints/find.ts',
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

test.each([
  // On every page of an allowed site.
  ['watch.content.ts', ['utils/fields/dom/watch.ts']],
  // Where something can be typed.
  ['find.ts', ['utils/fields/find.ts', 'utils/fields/vocabulary.json']],
  // Where a code seems to be asked for.
  ['fill.ts', ['utils/fields/dom/covers.ts', 'utils/fields/dom/write.ts']],
])('%s carries its own part of finding and filling, and none of the others', (entry, own) => {
  const parts = [
    'utils/fields/dom/watch.ts',
    'utils/fields/find.ts',
    'utils/fields/vocabulary.json',
    'utils/fields/dom/covers.ts',
    'utils/fields/dom/write.ts',
    // That is packed into the vocabulary.
    'utils/fields/words.ts',
  ]
  const carried = carriedBy(`entrypoints/${entry}`, [statics, dynamics])
  expect(parts.filter((file) => carried.has(file))).toEqual(own)
})
