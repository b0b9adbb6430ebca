// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Checkbox } from '@/components/ui/Checkbox'
import { Field } from '@/components/ui/Field'
import { PasswordField } from '@/components/ui/PasswordField'
import { Select } from '@/components/ui/Select'
import { TextArea } from '@/components/ui/TextArea'

afterEach(cleanup)

const nothing = () => undefined

describe('every field', () => {
  test.each([
    ['Field', Field],
    ['PasswordField', PasswordField],
    ['TextArea', TextArea],
  ])('%s is named by its label and described by hint and error', (_, Component) => {
    render(<Component label="Name" hint="As on paper" error="Missing" value="" onValue={nothing} />)
    const input = screen.getByLabelText('Name')
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    expect(described).toEqual(['As on paper', 'Missing'])
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByRole('alert').textContent).toBe('Missing')
  })

  test('without an error is valid and described by nothing', () => {
    render(<Field label="Name" value="" onValue={nothing} />)
    const input = screen.getByLabelText('Name')
    expect(input.getAttribute('aria-invalid')).toBe('false')
    expect(input.hasAttribute('aria-describedby')).toBe(false)
  })

  test('two on one page do not share their ids', () => {
    render(
      <div>
        <Field label="One" value="" onValue={nothing} />
        <Field label="Two" value="" onValue={nothing} />
      </div>,
    )
    expect(screen.getByLabelText('One').id).not.toBe(screen.getByLabelText('Two').id)
  })

  test('tells what is typed', () => {
    const onValue = vi.fn()
    render(<Field label="Name" value="" onValue={onValue} />)
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'ada' } })
    expect(onValue).toHaveBeenCalledWith('ada')
  })
})

test('a password is hidden until its button is pressed, and hidden again', () => {
  render(<PasswordField label="Password" value="secret" onValue={nothing} />)
  const input = screen.getByLabelText('Password')
  expect(input.getAttribute('type')).toBe('password')
  fireEvent.click(screen.getByRole('button', { name: 'Show password' }))
  expect(input.getAttribute('type')).toBe('text')
  fireEvent.click(screen.getByRole('button', { name: 'Hide password' }))
  expect(input.getAttribute('type')).toBe('password')
})

test('a select tells the value of what was chosen', () => {
  const onValue = vi.fn()
  const options = [
    { value: 'a', text: 'First' },
    { value: 'b', text: 'Second' },
  ] as const
  render(<Select label="Which" value="a" options={options} onValue={onValue} />)
  const select = screen.getByLabelText<HTMLSelectElement>('Which')
  select.selectedIndex = 1
  fireEvent.change(select)
  expect(onValue).toHaveBeenCalledWith('b')
})

test('a checkbox is named by its label, which can be clicked', () => {
  const onValue = vi.fn()
  render(<Checkbox label="Agree" hint="Really" checked={false} onValue={onValue} />)
  fireEvent.click(screen.getByText('Agree'))
  expect(onValue).toHaveBeenCalledWith(true)
})
