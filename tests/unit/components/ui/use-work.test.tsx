// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { errorText } from '@/components/i18n'
import { failureText, useWork } from '@/components/ui/use-work'
import { AppError } from '@/utils/errors/app-error'

afterEach(cleanup)

test('is busy while it runs and takes no second step meanwhile', async () => {
  const { result } = renderHook(() => useWork())
  let finish: () => void = () => undefined
  const step = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve
      }),
  )
  let first: Promise<boolean> | undefined
  act(() => {
    first = result.current.run(step)
  })
  expect(result.current.busy).toBe(true)
  expect(await result.current.run(step)).toBe(false)
  expect(step).toHaveBeenCalledTimes(1)
  await act(async () => {
    finish()
    expect(await first).toBe(true)
  })
  expect(result.current.busy).toBe(false)
})

test('a failure becomes its sentence, until cleared or tried again', async () => {
  const { result } = renderHook(() => useWork())
  await act(async () => {
    const failed = await result.current.run(() => Promise.reject(new AppError('password-wrong')))
    expect(failed).toBe(false)
  })
  expect(result.current.error).toBe(errorText('password-wrong'))
  act(() => result.current.clearError())
  expect(result.current.error).toBeUndefined()
})

test('what is not ours says nothing of what it was', () => {
  expect(failureText(new Error('secret JBSWY3DP'))).toBe(errorText('unexpected'))
})
