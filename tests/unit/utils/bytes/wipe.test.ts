import { expect, it } from 'vitest'
import { wipe } from '@/utils/bytes/wipe'

it('leaves zeros in every array, and only in the view given', () => {
  const whole = Uint8Array.of(1, 2, 3, 4)
  const other = Uint8Array.of(5)
  wipe(whole.subarray(1, 3), other)
  expect(whole).toEqual(Uint8Array.of(1, 0, 0, 4))
  expect(other).toEqual(Uint8Array.of(0))
})
