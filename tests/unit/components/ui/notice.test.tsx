// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { Notice } from '@/components/ui/Notice'

afterEach(cleanup)

test('an error is read out at once, the rest when there is time', () => {
  render(
    <div>
      <Notice tone="error">broken</Notice>
      <Notice tone="warning">careful</Notice>
    </div>,
  )
  expect(screen.getByRole('alert').textContent).toBe('broken')
  expect(screen.getByTestId('error').textContent).toBe('broken')
  expect(screen.getByRole('status').textContent).toBe('careful')
  expect(screen.getByTestId('notice').textContent).toBe('careful')
})
