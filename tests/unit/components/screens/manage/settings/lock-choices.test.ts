import { expect, test } from 'vitest'
import {
  latestChoices,
  lockChoices,
  minutesText,
} from '@/components/screens/manage/settings/lock-choices'

test('what is set now is always among the choices, in its place and once', () => {
  const values = lockChoices(7).map(({ value }) => Number(value))
  expect(values).toEqual([1, 5, 7, 15, 30, 60, 240, 720, 1440])
  expect(lockChoices(15)).toHaveLength(8)
})

test.each([
  [1, '1 minute'],
  [15, '15 minutes'],
  [60, '1 hour'],
  [90, '90 minutes'],
  [240, '4 hours'],
])('%i minutes read %j', (minutes, text) => {
  expect(minutesText(minutes)).toBe(text)
})

test('no limit is offered first, and a limit that is set is among the choices', () => {
  const values = (current?: number) => latestChoices(current).map(({ value }) => value)
  expect(values()).toEqual(['never', '60', '240', '480', '720', '1440'])
  expect(values(90)).toEqual(['never', '60', '90', '240', '480', '720', '1440'])
})
