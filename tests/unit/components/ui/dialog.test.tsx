// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { Dialog } from '@/components/ui/Dialog'

afterEach(cleanup)

const dialog = () => document.querySelector('dialog') as HTMLDialogElement

test('is open and modal for as long as it is rendered, and named by its title', () => {
  const showModal = vi.spyOn(HTMLDialogElement.prototype, 'showModal')
  render(<Dialog title="Edit account" onClose={() => undefined} />)
  expect(showModal).toHaveBeenCalledTimes(1)
  const titleId = dialog().getAttribute('aria-labelledby') ?? ''
  expect(document.getElementById(titleId)?.textContent).toBe('Edit account')
})

test('escape asks to close and does not close by itself', () => {
  const onClose = vi.fn()
  render(<Dialog title="Edit" onClose={onClose} />)
  const cancel = new Event('cancel', { cancelable: true })
  fireEvent(dialog(), cancel)
  expect(onClose).toHaveBeenCalledTimes(1)
  expect(cancel.defaultPrevented).toBe(true)
})

test('a click beside it asks to close, one inside does not', () => {
  const onClose = vi.fn()
  render(
    <Dialog title="Edit" onClose={onClose}>
      <p>inside</p>
    </Dialog>,
  )
  fireEvent.pointerDown(screen.getByText('inside'))
  expect(onClose).not.toHaveBeenCalled()
  fireEvent.pointerDown(dialog())
  expect(onClose).toHaveBeenCalledTimes(1)
})

test('gives the focus to its first field, not to the cross before it', () => {
  render(
    <Dialog title="Edit" onClose={() => undefined}>
      <input aria-label="Name" />
    </Dialog>,
  )
  expect(document.activeElement).toBe(screen.getByLabelText('Name'))
})

test('leaves the focus to the field that asks for it', () => {
  render(
    <Dialog title="Edit" onClose={() => undefined}>
      <input aria-label="Name" />
      <input aria-label="Password" autofocus />
    </Dialog>,
  )
  expect(document.activeElement).not.toBe(screen.getByLabelText('Name'))
})
