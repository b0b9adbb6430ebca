import { expect, it } from 'vitest'
import { equal } from '@/utils/bytes/equal'

it.each([
  [[], [], true],
  [[1, 2], [1, 2], true],
  [[1, 2], [1, 3], false],
  [[1, 2], [1], false],
  [[0], [], false],
])('%j and %j: %j', (a, b, same) => {
  expect(equal(Uint8Array.from(a), Uint8Array.from(b))).toBe(same)
})
