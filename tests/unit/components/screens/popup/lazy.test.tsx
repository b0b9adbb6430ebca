// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact'
import { render as draw } from 'preact'
import { afterEach, expect, test } from 'vitest'
import { errorText } from '@/components/i18n'
import { lazy } from '@/components/screens/popup/lazy'

afterEach(cleanup)

test('a part that arrives is shown', async () => {
  const Part = lazy(async () => () => <p>there</p>)
  render(<Part />)
  expect(await screen.findByText('there')).toBeTruthy()
})

test('a part that cannot be fetched says so instead of turning for ever', async () => {
  const Part = lazy(() => Promise.reject(new Error('gone')))
  render(<Part />)
  expect((await screen.findByTestId('error')).textContent).toBe(errorText('unexpected'))
})

test('a part that arrives between the first drawing and what follows it is shown', async () => {
  const Part = lazy(async () => () => <p>early</p>, { early: true })
  // Not by the testing library, which lets nothing come in between.
  draw(<Part />, document.body)
  expect(await screen.findByText('early')).toBeTruthy()
  draw(null, document.body)
})
