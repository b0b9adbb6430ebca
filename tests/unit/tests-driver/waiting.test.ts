import { expect, test } from 'vitest'
import { waitUntil } from '@/tests/driver/waiting'

test('waiting ends with the first truthy answer', async () => {
  const answers = [0, '', null, 'here', 'later']
  expect(await waitUntil('it', () => answers.shift(), 1000)).toBe('here')
})

test('a wait in vain tells what for and how the last try failed', async () => {
  const fail = () => Promise.reject(new Error('no such thing'))
  await expect(waitUntil('it', fail, 60)).rejects.toThrow('waited 60 ms for it: no such thing')
})
