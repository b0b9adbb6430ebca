import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { TestSpecification, Vitest } from 'vitest/node'
import { LongestFirst, longest } from '@/tools/longest-first.mjs'

test('every file that is named as long is there, once', () => {
  expect(longest.filter((file) => !existsSync(file))).toEqual([])
  expect(new Set(longest).size).toBe(longest.length)
})

test('long files begin in their order, the others after them as vitest has it', async () => {
  const [first = '', second = ''] = longest
  const files = ['/quick.test.ts', second, '/slow.test.ts', first].map((moduleId) => ({
    moduleId,
    project: { name: 'e2e', config: { sequence: { groupOrder: 0 }, isolate: true } },
  })) as unknown as TestSpecification[]
  const getTestSpecificationResult = ({ moduleId }: TestSpecification) => ({
    failed: false,
    duration: moduleId === '/slow.test.ts' ? 9 : 1,
  })
  const vitest = { cache: { getTestSpecificationResult } } as unknown as Vitest
  const sorted = await new LongestFirst(vitest).sort(files)
  expect(sorted.map(({ moduleId }: TestSpecification) => moduleId)).toEqual([
    first,
    second,
    '/slow.test.ts',
    '/quick.test.ts',
  ])
})
