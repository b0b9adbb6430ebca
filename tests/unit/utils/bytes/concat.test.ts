import { expect, it } from 'vitest'
import { concat } from '@/utils/bytes/concat'

it('joins parts in order into a new array', () => {
  const first = Uint8Array.of(1, 2)
  const joined = concat(first, new Uint8Array(), Uint8Array.of(3))
  expect(joined).toEqual(Uint8Array.of(1, 2, 3))
  first[0] = 9
  expect(joined[0]).toBe(1)
  expect(concat()).toEqual(new Uint8Array())
})
