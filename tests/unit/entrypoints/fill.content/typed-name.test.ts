// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { hearUserNames } from '@/entrypoints/fill.content/typed-name'
import { createListening } from '@/utils/fields/dom/listening'
import { trusted } from './filler-bed'

const tell = vi.fn()
let listening = createListening()

/** Types into the field as a person does, and leaves it by `leave`. */
function type(html: string, value: string, leave: Event | null, byUser = true): void {
  document.body.innerHTML = html
  const input = document.querySelector('input')
  if (input === null) throw new Error('no input')
  input.value = value
  const event = new InputEvent('input', { bubbles: true, composed: true })
  input.dispatchEvent(byUser ? trusted(event) : event)
  if (leave !== null) input.dispatchEvent(trusted(leave))
}
const left = () => new Event('change', { bubbles: true })

beforeEach(() => {
  tell.mockReset()
  listening = createListening()
  hearUserNames(document, listening, tell)
})

afterEach(() => listening.end())

it.each([
  '<input type="email">',
  '<input name="username">',
  '<input id="login_id">',
  '<input autocomplete="username">',
  '<input type="tel" name="account">',
  '<input id="floatingInput" placeholder="Username">',
])('hears the user name typed into %s', (html) => {
  type(html, ' ada ', left())
  expect(tell).toHaveBeenCalledExactlyOnceWith('ada')
})

it.each([
  '<input type="password" name="user_password">',
  '<input type="hidden" name="username">',
  '<input type="search" name="user">',
  '<input name="q">',
  '<input name="otp">',
  '<input>',
])('never hears what is typed into %s', (html) => {
  type(html, 'secret', left())
  expect(tell).not.toHaveBeenCalled()
})

it.each([
  ['its field is left', () => new FocusEvent('focusout', { bubbles: true, composed: true })],
  ['Enter is pressed', () => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })],
])('tells it when %s', (_, leave) => {
  type('<input type="email">', 'ada', leave())
  expect(tell).toHaveBeenCalledOnce()
})

it('tells it once, however it is left', () => {
  type('<input type="email">', 'ada', left())
  document
    .querySelector('input')
    ?.dispatchEvent(trusted(new FocusEvent('focusout', { bubbles: true })))
  expect(tell).toHaveBeenCalledOnce()
})

it.each<[string, string, Event | null, boolean]>([
  ['while it is being typed', 'ad', null, true],
  ['at another key', 'ad', new KeyboardEvent('keydown', { key: 'a', bubbles: true }), true],
  ['where it was emptied', ' ', left(), true],
  ['where a script put it there', 'eve', left(), false],
])('tells nothing %s', (_, value, leave, byUser) => {
  type('<input type="email">', value, leave, byUser)
  expect(tell).not.toHaveBeenCalled()
})

it('tells nothing where a script says that it was left', () => {
  type('<input type="email">', 'ada', null)
  document.querySelector('input')?.dispatchEvent(left())
  expect(tell).not.toHaveBeenCalled()
})
