import { expect, test } from 'vitest'
import {
  rateStrength,
  suggestWords,
  viewOf,
} from '@/components/screens/manage/password/strength-view'

test.each([
  [{ score: 0, guessesLog10: 1, acceptable: false, fault: 'short' }, 1, false],
  [{ score: 4, guessesLog10: 11, acceptable: false, fault: 'short' }, 2, false],
  [{ score: 2, guessesLog10: 7, acceptable: false, fault: 'guessable' }, 2, false],
  [{ score: 3, guessesLog10: 9, acceptable: true, fault: null }, 3, true],
  [{ score: 4, guessesLog10: 15, acceptable: true, fault: null }, 4, true],
] as const)('%o shows as step %i', (strength, level, isEnough) => {
  expect(viewOf(strength)).toMatchObject({ level, isEnough })
})

test('below the floor no password looks strong, above it none looks weak', async () => {
  expect((await rateStrength('password123')).level).toBeLessThan(3)
  expect((await rateStrength('copper lantern drift mosaic')).level).toBeGreaterThan(2)
})

test('every judgement comes with a sentence, and longer guessing reads longer', () => {
  const advice = (guessesLog10: number) =>
    viewOf({ score: 4, guessesLog10, acceptable: true, fault: null }).advice
  expect(new Set([advice(9), advice(11), advice(13)]).size).toBe(3)
})

test('four words are offered, fresh each time, and they pass', async () => {
  const [one, two] = [await suggestWords(), await suggestWords()]
  expect(one.split(' ').length).toBeGreaterThanOrEqual(4)
  expect(one).not.toBe(two)
  expect((await rateStrength(one)).isEnough).toBe(true)
})
