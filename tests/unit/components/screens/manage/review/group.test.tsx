// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { Group } from '@/components/screens/manage/review/Group'

afterEach(cleanup)

const show = (count: number) =>
  render(
    <Group
      title={`New (${count})`}
      items={Array.from({ length: count }, (_, index) => index)}
      row={(item) => <li key={item}>entry {item}</li>}
    />,
  )
const rows = () => screen.queryAllByText(/^entry \d+$/).length

test('a group of nothing shows nothing', () => {
  expect(show(0).container.innerHTML).toBe('')
})

test('all of a usual group is drawn', () => {
  show(200)
  expect(rows()).toBe(200)
  expect(screen.queryByTestId('review-more')).toBeNull()
})

test('a very long group is drawn in parts, to its last row', () => {
  show(1_250)
  expect(rows()).toBe(200)
  expect(screen.getByTestId('review-more').textContent).toBe('Show 1000 more')
  fireEvent.click(screen.getByTestId('review-more'))
  expect(rows()).toBe(1_200)
  expect(screen.getByTestId('review-more').textContent).toBe('Show 50 more')
  fireEvent.click(screen.getByTestId('review-more'))
  expect(rows()).toBe(1_250)
  expect(screen.queryByTestId('review-more')).toBeNull()
})
