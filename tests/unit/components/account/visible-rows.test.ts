import { expect, test } from 'vitest'
import { visibleRows } from '@/components/account/visible-rows'

test.each([
  ['a short list is rendered whole', [3, 60, 0, 600], { first: 0, end: 3 }],
  ['the top of a long list', [1000, 60, 0, 600], { first: 0, end: 13 }],
  ['the middle', [1000, 60, 30_000, 600], { first: 497, end: 513 }],
  ['the end', [1000, 60, 59_400, 600], { first: 987, end: 1000 }],
  ['a list that begins below the top of the view', [1000, 60, -300, 600], { first: 0, end: 8 }],
  ['a list far below the view', [1000, 60, -9000, 600], { first: 0, end: 0 }],
  ['an empty list', [0, 60, 0, 600], { first: 0, end: 0 }],
] as const)('%s', (_, [count, height, above, view], expected) => {
  expect(visibleRows(count, height, above, view)).toEqual(expected)
})

test('a thousand rows cost no more than the view holds', () => {
  const { first, end } = visibleRows(1000, 60, 12_345, 600)
  expect(end - first).toBeLessThanOrEqual(17)
})
