import { expect, test } from 'vitest'
import { figuresOf, median, missed, tableOf } from '@/tests/bench/figures'

const samples = (thousandMs: number) =>
  new Map([
    ['pbkdf2', [100]],
    ['unlock', [400]],
    ['popup floor', [10]],
    ['popup 1', [100, 90, 900]],
    ['popup 100', [110]],
    ['popup 1000', [thousandMs]],
    ['popup 10000', [500]],
    ['save 1', [5]],
    ['save 1000', [50]],
    ['background awake', [1]],
    ['background asleep', [30]],
  ])

test.each([
  [[], 0],
  [[3], 3],
  [[9, 1], 5],
  [[900, 90, 100], 100],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test('a thousand accounts that cost more than twice what one costs miss their target', () => {
  expect(missed(figuresOf('Browser 1', samples(200)))).toEqual([])
  expect(missed(figuresOf('Browser 1', samples(201))).map(({ name }) => name)).toEqual([
    'first code, accounts: 1,000',
  ])
})

test('what promises no ratio is never missed, however slow', () => {
  const slow = samples(150).set('unlock', [1e9]).set('popup 10000', [1e9]).set('save 1000', [1e9])
  expect(missed(figuresOf('Browser 1', slow))).toEqual([])
})

test('the table shows medians, floors, ratios and targets', () => {
  const line = tableOf(figuresOf('Browser 1', samples(150)))
    .split('\n')
    .find((each) => each.includes('1,000') && each.includes('code'))
  expect(line).toMatch(/first code, accounts: 1,000 +150\.0 +10\.0 +1\.50 x 1 +at most 2/)
})
