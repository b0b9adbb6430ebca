// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact'
import type { ComponentChild } from 'preact'
import { afterEach, expect, test } from 'vitest'
import { FocusedPart } from '@/components/ui/FocusedPart'

afterEach(cleanup)

const part = <FocusedPart data-testid="part">Restored</FocusedPart>

test('what comes in place of what was used takes the focus', () => {
  render(part)
  expect(document.activeElement).toBe(screen.getByTestId('part'))
})

/** What stands above the part stays as it is when the part comes. */
const page = (above: ComponentChild, isThere: boolean) => (
  <>
    {above}
    {isThere && part}
  </>
)

test('also from a heading that had it to be read', () => {
  const heading = <h1 tabIndex={-1}>Backup</h1>
  const { rerender } = render(page(heading, false))
  screen.getByRole('heading').focus()
  expect(document.activeElement).toBe(screen.getByRole('heading'))
  rerender(page(heading, true))
  expect(document.activeElement).toBe(screen.getByTestId('part'))
})

test('leaves it where somebody types', () => {
  const { rerender } = render(page(<input />, false))
  const field = screen.getByRole('textbox')
  field.focus()
  rerender(page(<input />, true))
  expect(screen.getByTestId('part')).toBeTruthy()
  expect(document.activeElement).toBe(field)
})
