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
  '<form><input><button>Cancel</button><button id="own">Verify</button></form>',
  '<form><input><button name="resend">Neuer Code</button><button id="own">OK</button></form>',
  '<form><input><button formnovalidate>Peruuta</button><button id="own">Jatka</button></form>',
  '<form><input><button id="go-back">Vissza</button><button id="own">Tovább</button></form>',
  '<form id="f"><input></form><button id="own" form="f">Verify</button>',
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

it.each([
  '<form><input><button>Cancel</button></form>',
  '<form><input><button>← Back</button><button type="button">Verify</button></form>',
  '<form><input><input type="submit" name="action" value="Resend the code"></form>',
  '<form><input><button>Zurück</button><button name="resend">Neuer Code</button></form>',
  '<form><input><button>Назад</button></form>',
  '<form><input><button>返回</button></form>',
  '<form><input><button>Use another method</button><button>Use a backup code</button></form>',
  '<form><input><button value="sign-out">Salir</button></form>',
])('neither presses nor sends anything where no button of %s sends a code', (form) => {
  expect(submit(form)).toBe(false)
  expect(sent).not.toHaveBeenCalled()
})

it('neither presses nor sends anything where any of two buttons may be the one', () => {
  expect(submit('<form><input><button>Peruuta</button><button>Jatka</button></form>')).toBe(false)
  expect(sent).not.toHaveBeenCalled()
})

it('sends nothing where there is no form', () => {
  expect(submit('<input><button id="own">Verify</button>')).toBe(false)
  expect(pressed).not.toHaveBeenCalled()
})
