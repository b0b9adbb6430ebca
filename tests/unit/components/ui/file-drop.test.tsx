// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { FileDrop } from '@/components/ui/FileDrop'

afterEach(cleanup)

const one = new File(['1'], 'one.json')
const two = new File(['2'], 'two.json')
const drop = (target: Element) => {
  const event = new Event('drop', { bubbles: true, cancelable: true })
  fireEvent(target, Object.assign(event, { dataTransfer: { files: [one, two] } }))
}

test('takes one dropped file, or several where several are wanted', () => {
  const single = vi.fn()
  const several = vi.fn()
  render(
    <div>
      <FileDrop label="one" onFiles={single} />
      <FileDrop label="several" multiple onFiles={several} />
    </div>,
  )
  drop(screen.getByText('one'))
  drop(screen.getByText('several'))
  expect(single).toHaveBeenCalledWith([one])
  expect(several).toHaveBeenCalledWith([one, two])
})

test('the label names the file input', () => {
  render(<FileDrop label="Drop it here" onFiles={() => undefined} />)
  expect(screen.getByLabelText('Drop it here').getAttribute('type')).toBe('file')
})
