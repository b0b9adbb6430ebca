// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest'
import { submitAfter } from '@/utils/fields/dom/submit'

const sent = vi.fn((event: Event) => event.preventDefault())
const pressed = vi.fn()

function submit(form: string): boolean {
  document.body.innerHTML = form
  document.querySelector('form')?.addEventListener('submit', sent)
  document.querySelector('#own')?.addEventListener('click', pressed)
  return submitAfter([...document.querySelectorAll('input')].slice(0, 1))
}

beforeEach(() => vi.clearAllMocks())

it.each([
  '<form><input><button id="own">Verify</button></form>',
  '<form><input><button type="button">Cancel</button><button id="own">Verify</button></form>',
  '<form><input><input type="submit" id="own"></form>',
])('presses the own button of %s, once', (form) => {
  expect(submit(form)).toBe(true)
  expect(pressed).toHaveBeenCalledOnce()
  expect(sent).toHaveBeenCalledOnce()
})

it.each([
  '<form><input></form>',
  '<form><input><button type="button" id="own">Cancel</button></form>',
  '<form><input><button id="own" disabled>Verify</button></form>',
])('sends %s as Enter does', (form) => {
  expect(submit(form)).toBe(true)
  expect(pressed).not.toHaveBeenCalled()
  expect(sent).toHaveBeenCalledOnce()
})

it('sends nothing where there is no form', () => {
  expect(submit('<input><button id="own">Verify</button>')).toBe(false)
  expect(pressed).not.toHaveBeenCalled()
})
