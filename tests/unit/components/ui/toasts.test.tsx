// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ToastRegion } from '@/components/ui/ToastRegion'
import { clearToasts, showToast, toasts } from '@/components/ui/toasts'

beforeEach(() => {
  vi.useFakeTimers()
  clearToasts()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms)
  })
const undo = (run = () => undefined) => ({ label: 'Undo', testId: 'undo', run })

test('the region is read out politely and is there before any toast', () => {
  render(<ToastRegion />)
  expect(screen.getByRole('status').getAttribute('aria-live')).toBe('polite')
})

test('a toast passes by itself', () => {
  render(<ToastRegion />)
  act(() => showToast('Saved'))
  expect(screen.getByText('Saved')).toBeTruthy()
  pass(4_000)
  expect(screen.queryByText('Saved')).toBeNull()
})

test('one with something to do stays longer, and longer still while pointed at', () => {
  render(<ToastRegion />)
  act(() => showToast('Deleted', undo()))
  pass(9_000)
  fireEvent.pointerEnter(screen.getByTestId('toast'))
  pass(60_000)
  expect(screen.getByText('Deleted')).toBeTruthy()
  fireEvent.pointerLeave(screen.getByTestId('toast'))
  pass(10_000)
  expect(screen.queryByText('Deleted')).toBeNull()
})

test('its action runs once and takes the toast away', () => {
  const run = vi.fn()
  render(<ToastRegion />)
  act(() => showToast('Deleted', undo(run)))
  fireEvent.click(screen.getByTestId('undo'))
  expect(run).toHaveBeenCalledTimes(1)
  expect(toasts.value).toEqual([])
})

test('one that only tells gives way to the next', () => {
  showToast('a', undo())
  showToast('b')
  showToast('c')
  expect(toasts.value.map(({ text }) => text)).toEqual(['a', 'c'])
})

test('more than three push out the oldest', () => {
  for (const text of ['a', 'b', 'c', 'd']) showToast(text, undo())
  expect(toasts.value.map(({ text }) => text)).toEqual(['b', 'c', 'd'])
})

test('clearing leaves no name behind', () => {
  showToast('Example deleted', undo())
  clearToasts()
  expect(toasts.value).toEqual([])
})
