// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findBoxesInPage } from '@/utils/platform/scan/boxes-in-page'
import { stubLayout } from './said-layout'

/** Sent to pages as text, it must do without everything around it. */
const findBoxes: typeof findBoxesInPage = new Function(`return (${findBoxesInPage})`)()

beforeEach(() => {
  stubLayout()
  vi.stubGlobal('visualViewport', undefined)
  Element.prototype.checkVisibility = () => true
})
afterEach(() => vi.unstubAllGlobals())

const boxesOf = (html: string) => {
  document.body.innerHTML = html
  return findBoxes()
}
const whole = { box: [0.1, 0.1, 0.2, 0.4], isCut: false }

test.each([
  ['a picture', '<img at="100 50 200 200">'],
  ['a canvas', '<canvas at="100 50 200 200"></canvas>'],
  ['a drawing', '<svg at="100 50 200 200"><path at="0 0 900 900"/></svg>'],
  ['a table', '<table at="100 50 200 200"></table>'],
  ['text', '<pre at="100 50 200 200">█▀▀█</pre>'],
  ['text in a wide block', '<pre at="0 50 900 200" text-at="100 50 200 200">█▀▀█</pre>'],
  ['a background', '<div at="100 50 200 200" style="background-image:url(a.png)"></div>'],
  ['a square of anything', '<div at="100 50 200 200"></div>'],
])('%s is found, in shares of the view', (_, html) => {
  expect(boxesOf(html)).toEqual([whole])
})

test.each([
  ['is long', '<div at="100 50 600 20"></div>'],
  ['is small', '<img at="100 50 30 30">'],
  ['is out of view', '<img at="100 600 200 200">'],
  ['has no size', '<img>'],
])('what %s is passed over', (_, html) => {
  expect(boxesOf(html)).toEqual([])
})

test('of text that its block does not show the rest is told, as cut', () => {
  expect(
    boxesOf('<pre style="overflow:auto" at="100 50 200 100" text-at="100 50 200 200">█</pre>'),
  ).toEqual([{ box: [0.1, 0.1, 0.2, 0.2], isCut: true }])
})

test('text may be twice as high as wide, as letters are', () => {
  expect(boxesOf('<pre at="100 50 100 200">██</pre>')).toHaveLength(1)
  expect(boxesOf('<div at="100 50 100 200">██</div>')).toHaveLength(0)
})

test('what is not shown is passed over', () => {
  Element.prototype.checkVisibility = () => false
  expect(boxesOf('<img at="100 50 200 200">')).toEqual([])
})

test('pictures come before drawings, drawings before the rest, and the same place counts once', () => {
  const boxes = boxesOf(`
    <div at="0 0 400 400"><div at="10 10 100 100"></div></div>
    <table at="500 0 100 100"></table>
    <div at="700 0 205 205"><img at="700 0 200 200"></div>`)
  expect(boxes.map(({ box }) => Math.round(box[0] * 1000))).toEqual([700, 500, 0, 10])
})

test('of what is partly out of view the rest is told, as cut', () => {
  expect(boxesOf('<img at="900 400 200 200">')).toEqual([
    { box: [0.9, 0.8, 0.1, 0.2], isCut: true },
  ])
})

test('so it is with what a box that scrolls does not show, but not with what stands above it', () => {
  const inside = (style: string) =>
    boxesOf(`<div style="overflow:auto;position:static" at="0 0 900 150">
      <p style="position:static"><img style="${style}" at="100 50 200 200"></p></div>`)
  expect(inside('')).toEqual([{ box: [0.1, 0.1, 0.2, 0.2], isCut: true }])
  expect(inside('position:fixed')).toEqual([whole])
  expect(inside('position:absolute')).toEqual([whole])
})

test('shadow roots are looked into, closed ones by what the browser tells extensions', () => {
  document.body.innerHTML = '<x-open></x-open><x-closed></x-closed>'
  const [open, closed] = document.body.children
  if (!open || !closed) throw new Error('no hosts')
  open.attachShadow({ mode: 'open' }).innerHTML = '<img at="100 50 200 200">'
  const root = closed.attachShadow({ mode: 'closed' })
  root.innerHTML = '<img at="600 50 200 200">'
  expect(findBoxes()).toHaveLength(1)
  const openOrClosedShadowRoot = (host: Element) => (host === closed ? root : null)
  vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot } })
  expect(findBoxes()).toHaveLength(2)
})

test('frames of the same site are looked into, where they stand', () => {
  const frame = document.createElement('frame')
  frame.setAttribute('at', '300 100 600 150')
  const inner = document.implementation.createHTMLDocument()
  inner.body.innerHTML = '<img at="10 20 200 200">'
  Object.defineProperty(frame, 'contentDocument', { value: inner })
  document.body.replaceChildren(frame)
  expect(findBoxes()).toEqual([{ box: [0.31, 0.24, 0.2, 0.26], isCut: true }])
})

test('a page pinched larger is told as it is seen', () => {
  vi.stubGlobal('visualViewport', { offsetLeft: 100, offsetTop: 50, scale: 2 })
  expect(boxesOf('<img at="100 50 200 200">')).toEqual([{ box: [0, 0, 0.4, 0.8], isCut: false }])
})

test('a page with more elements than any is looked at in part, and twelve boxes are told', () => {
  expect(boxesOf(`${'<i></i>'.repeat(20_000)}<img at="100 50 200 200">`)).toEqual([])
  const many = Array.from({ length: 20 }, (_, at) => `<img at="${at * 48} 50 45 45">`)
  expect(boxesOf(many.join(''))).toHaveLength(12)
})
