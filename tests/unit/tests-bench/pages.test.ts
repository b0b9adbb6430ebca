import { expect, test } from 'vitest'
import { heldOf, pageRowsOf, pageTableOf } from '@/tests/bench/pages/figures'
import { scriptMsOf } from '@/tests/bench/pages/profile'

const node = (id: number, url: string, ...children: number[]) => ({
  id,
  callFrame: { url },
  children,
})

test('of a profile counts what extensions run and what that calls, waiting left out', () => {
  const nodes = [
    node(1, '', 2, 4),
    node(2, 'chrome-extension://abc/fill.js', 3),
    node(3, ''),
    node(4, 'http://site/page.js'),
  ]
  const samples = [1, 2, 3, 4, 3]
  // The last sample waited for another process: two intervals of it count.
  const timeDeltas = [100, 100, 100, 100, 90_000]
  expect(scriptMsOf({ nodes, samples, timeDeltas }, 100)).toBeCloseTo(0.4)
})

test.each([
  ['itself', 'late', [40, 60, 50], undefined, 50],
  ['above its floor', 'load', [3], [1], 2],
  ['as a multiple of its floor', 'fill', [9], [6], 1.5],
])('a figure is held to its target %s', (_, sample, values, floor, held) => {
  const samples = new Map([[sample, values]])
  if (floor) samples.set(`${sample} floor`, floor)
  expect(pageRowsOf(samples).map(heldOf)).toEqual([held])
})

test('the table says what was missed, and only that', () => {
  const lines = pageTableOf(
    'Browser 1',
    pageRowsOf(
      new Map([
        ['late', [51]],
        ['busy', [249]],
      ]),
    ),
  )
  expect(lines.split('\n').map((line) => line.endsWith('MISSED'))).toEqual([false, true, false])
})
