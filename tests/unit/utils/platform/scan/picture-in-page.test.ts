// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findPictureInPage } from '@/utils/platform/scan/picture-in-page'
import { stubLayout } from './said-layout'

/** Sent to pages as text, it must do without everything around it. */
const find: typeof findPictureInPage = new Function(`return (${findPictureInPage})`)()
const address = 'https://x.example/code.png'

beforeEach(() => {
  stubLayout()
  HTMLCanvasElement.prototype.getContext = () => ({ drawImage: () => undefined }) as never
  HTMLCanvasElement.prototype.toDataURL = function () {
    return `data:image/png;base64,${this.width}x${this.height}`
  }
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

const findIn = (html: string) => {
  document.body.innerHTML = html
  return find(address)
}

test('the picture of this address is found, where it stands and with its own pixels', () => {
  expect(
    findIn(`<img src="/other.png" at="0 0 9 9"><img src="${address}" at="100 50 200 200">`),
  ).toEqual({
    box: { box: [0.1, 0.1, expect.closeTo(0.2), 0.4], isCut: false },
    pixels: 'data:image/png;base64,600x600',
  })
})

test('of several of the same address the largest is meant', () => {
  const found = findIn(
    `<img src="${address}" at="0 0 20 20"><img src="${address}" at="500 0 200 200">`,
  )
  expect(found?.box?.box[0]).toBe(0.5)
})

test('of one that is partly out of view the rest is told, of one that is not in view nothing', () => {
  expect(findIn(`<img src="${address}" at="900 0 200 200">`)?.box).toMatchObject({ isCut: true })
  expect(findIn(`<img src="${address}" at="0 900 200 200">`)).toMatchObject({ box: null })
})

test('one that the page may not read gives no pixels', () => {
  HTMLCanvasElement.prototype.toDataURL = () => {
    throw new DOMException('tainted', 'SecurityError')
  }
  expect(findIn(`<img src="${address}" at="0 0 200 200">`)).toMatchObject({ pixels: null })
})

test('one of ten thousand pixels a side is told smaller', () => {
  document.body.innerHTML = `<img src="${address}" at="0 0 200 200">`
  const picture = document.querySelector('img')
  Object.defineProperty(picture, 'naturalWidth', { value: 10_000 })
  Object.defineProperty(picture, 'naturalHeight', { value: 5_000 })
  expect(find(address)?.pixels).toBe('data:image/png;base64,2048x1024')
})

test('nothing is found where there is none, and none past a page without end', () => {
  expect(findIn('<p>None</p>')).toBeNull()
  expect(findIn(`${'<i></i>'.repeat(20_000)}<img src="${address}" at="0 0 9 9">`)).toBeNull()
})

test('closed shadow roots are looked into', () => {
  document.body.innerHTML = '<x-closed></x-closed>'
  const host = document.body.firstElementChild
  const root = host?.attachShadow({ mode: 'closed' })
  if (!root) throw new Error('no host')
  root.innerHTML = `<img src="${address}" at="0 0 100 100">`
  const openOrClosedShadowRoot = (asked: Element) => (asked === host ? root : null)
  vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot } })
  expect(find(address)).not.toBeNull()
})
