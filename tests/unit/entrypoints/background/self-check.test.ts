import { expect, it, vi } from 'vitest'
import { checkAtStart } from '@/entrypoints/background/self-check'
import { AppError } from '@/utils/errors/app-error'

function start(check: () => Promise<void>) {
  const listeners: (() => void)[] = []
  checkAtStart({
    vault: { check },
    now: () => 7,
    onStart: (listener) => listeners.push(listener),
  })
  return () => {
    for (const listener of listeners) listener()
  }
}

it('looks after the vault when the browser starts, not before', () => {
  const check = vi.fn(async () => undefined)
  const begin = start(check)
  expect(check).not.toHaveBeenCalled()
  begin()
  expect(check.mock.calls).toEqual([[7]])
})

it('takes a vault that cannot be looked after for a matter of the next unlocking', async () => {
  const begin = start(() => Promise.reject(new AppError('storage-failed')))
  begin()
  // An unhandled rejection would fail the run.
  await new Promise((done) => setTimeout(done))
  expect(begin).toBeTypeOf('function')
})
