// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { labelFinder } from '@/utils/fields/dom/labels'

beforeEach(() => {
  document.body.innerHTML = ''
})

it.each([
  ['nothing', '<input id="c">', []],
  ['one that names it', '<label for="c">Code</label><input id="c">', ['Code']],
  ['one around it', '<label>Code <input></label>', ['Code']],
  ['both', '<label for="c">A</label><label>B <input id="c"></label>', ['B', 'A']],
  ['one around it that names it', '<label for="c">Code <input id="c"></label>', ['Code']],
  ['none that names another', '<label for="d">Name <input id="c"></label><input id="d">', []],
  [
    'two that name it',
    '<label for="c">A</label><label for="c">B</label><input id="c">',
    ['A', 'B'],
  ],
])('the labels of an input are %s', (_, html, expected) => {
  document.body.innerHTML = html
  const input = document.querySelector('input') as HTMLInputElement
  expect(labelFinder()(input).map((label) => label.textContent.trim())).toEqual(expected)
})

it('a label names inputs of its own shadow root only', () => {
  document.body.innerHTML = '<label for="c">Outside</label><x-host></x-host>'
  const root = document.querySelector('x-host')?.attachShadow({ mode: 'open' }) as ShadowRoot
  root.innerHTML = '<label for="c">Inside</label><input id="c">'
  const labels = labelFinder()(root.querySelector('input') as HTMLInputElement)
  expect(labels.map((label) => label.textContent)).toEqual(['Inside'])
})
