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

it.each([
  '<form action=""><input><button id="own">Verify</button></form>',
  '<form action="/verify"><input><button id="own">Verify</button></form>',
  '<form action="javascript:void(0)"><input><button id="own">Verify</button></form>',
  '<form action="/verify"><input name="action"><button id="own">Verify</button></form>',
  '<form action="//stranger.example"><input><button id="own" formaction="/verify">OK</button></form>',
  '<form><input><button disabled formaction="//stranger.example">OK</button></form>',
])('sends %s, which stays on the site', (form) => {
  expect(submit(form)).toBe(true)
  expect(sent).toHaveBeenCalledOnce()
})

it.each([
  '<form action="https://stranger.example/verify"><input><button>Verify</button></form>',
  '<form action="https://stranger.example/verify"><input></form>',
  '<form action="https://stranger.example"><input name="action"><button>Verify</button></form>',
  '<form><input><button formaction="https://stranger.example">Verify</button></form>',
  '<form><input><input type="submit" formaction="//stranger.example"></form>',
  '<form action="https://localhost:3000/"><input><button>Verify</button></form>',
  '<form action="http://localhost:3001/"><input><button>Verify</button></form>',
  '<form action="//stranger.example"><input><button disabled formaction="/">OK</button></form>',
  '<form action="http://["><input><button>Verify</button></form>',
  '<form action="mailto:eve@stranger.example"><input><button>Verify</button></form>',
])('sends nothing where %s goes elsewhere', (form) => {
  expect(submit(form)).toBe(false)
  expect(sent).not.toHaveBeenCalled()
})

it('sends nothing where there is no form', () => {
  expect(submit('<input><button id="own">Verify</button>')).toBe(false)
  expect(pressed).not.toHaveBeenCalled()
})
