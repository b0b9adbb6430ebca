import { expect, test } from 'vitest'
import { isClockWrong, mishapText } from '@/components/screens/health-text'

const mishap = {
  foundAtMs: 2,
  openedFrom: 'store' as const,
  savedAtMs: new Date(2026, 10, 21, 9, 30).getTime(),
  skippedGenerations: 1,
  missingSaves: 1,
}

test('a save that is missing is told with the day and time of what is there', () => {
  const { title, text } = mishapText(mishap)
  expect(title).toBe('The latest changes may be missing')
  expect(text).toMatch(/November 21, 2026 at 9:30.AM/)
  expect(text).toContain('could not be read')
})

test('an old state that was put back is not called damage', () => {
  const { text } = mishapText({ ...mishap, skippedGenerations: 0 })
  expect(text).toMatch(/older state.*November 21/)
  expect(text).not.toContain('could not be read')
})

test('what the second copy saved is told as no loss', () => {
  const told = mishapText({ ...mishap, openedFrom: 'copy', missingSaves: 0, skippedGenerations: 0 })
  expect(told.title).toContain('nothing is missing')
})

test('a state that does not say when it was saved is told without a date', () => {
  expect(mishapText({ ...mishap, savedAtMs: null }).text).toContain('an earlier day')
})

test('a minute is no wrong clock', () => {
  expect([isClockWrong(60_000), isClockWrong(60_001)]).toEqual([false, true])
})
