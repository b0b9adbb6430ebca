// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findKeys } from '@/utils/fields/find-keys'
import { readTextsInPage } from '@/utils/platform/scan/texts-in-page'

/** Sent to pages as text, it must do without everything around it. */
const readTexts: typeof readTextsInPage = new Function(`return (${readTextsInPage})`)()

const key = 'JBSWY3DPEHPK3PXP'
const link = 'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP'

beforeEach(() => {
  Element.prototype.checkVisibility = function () {
    return this.closest('[hidden]') === null
  }
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
  document.title = ''
})

const read = (html: string) => {
  document.body.innerHTML = html
  return readTexts()
}

test('links that set an account up are told, others are not', () => {
  const { links } = read(`<a href="${link}">Add</a><a href=" ${link}&x=1">Add</a>
    <a href="https://example.org/?otpauth://totp">No</a><a href="javascript:0">No</a>`)
  expect(links).toEqual([link, `${link}&x=1`])
})

test('so are those written out, in a text or a field', () => {
  const { links, passages } = read(`<p>Or copy this: <code>${link}&x=1</code></p>
    <p>(see ${link}&x=2).</p><input readonly value="${link}&x=3"><textarea>${link}&x=4</textarea>
    <input type="password" value="${link}&x=5"><p>https://example.org/?to=otpauth</p>`)
  expect(links).toEqual([1, 2, 3, 4].map((x) => `${link}&x=${x}`))
  expect(passages).toEqual([])
})

test.each([
  ['link as text', `<p hidden>${link}</p>`],
  ['link', `<p hidden><a href="${link}">Add</a></p>`],
  ['key', `<p hidden>Setup key ${key}</p>`],
  ['field', `<p hidden>Setup key <input value="${key}"></p>`],
])('a %s that is not shown is not told', (_, html) => {
  expect(read(html)).toMatchObject({ links: [], passages: [] })
})

test.each([
  ['beside its words', `<p>Setup key <b>${key}</b></p>`],
  ['below them', `<div><h4>Can't scan it?</h4><div><code>${key}</code></div></div>`],
  ['in groups', '<p>Setup key JBSW Y3DP EHPK 3PXP</p>'],
  [
    'in groups of their own elements',
    '<div><p>Setup key</p><div><i>JBSW</i> <i>Y3DP</i> <i>EHPK</i> <i>3PXP</i></div></div>',
  ],
  ['in a field', `<label>Setup key <input readonly value="${key}"></label>`],
  ['in a field that says so itself', `<input aria-label="Setup key" value="${key}">`],
  ['in a text area', `<label>Setup key <textarea>${key}</textarea></label>`],
])('a key is told with what stands around it: %s', (_, html) => {
  expect(findKeys(read(html))).toEqual([key])
})

test('what the page is about comes along', () => {
  document.title = 'Your account'
  expect(read('<h1>Two-factor authentication</h1>').about).toBe(
    'Your account\nTwo-factor authentication',
  )
})

test('text without anything like a key is not told', () => {
  expect(read('<p>Scan this code with your authenticator app.</p>').passages).toEqual([])
})

test('scripts, passwords and endless values are not read', () => {
  const { passages } = read(`<script>var key = '${key}'</script>
    <p>Setup key <input type="password" value="${key}"></p><textarea>${key.repeat(90)}</textarea>`)
  expect(passages).toEqual([])
})

test('closed shadow roots and frames of the same site are read', () => {
  document.body.innerHTML = '<x-closed></x-closed>'
  const host = document.body.firstElementChild
  const root = host?.attachShadow({ mode: 'closed' })
  if (!root) throw new Error('no host')
  root.innerHTML = `<a href="${link}">Add</a>`
  const openOrClosedShadowRoot = (asked: Element) => (asked === host ? root : null)
  vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot } })
  const frame = document.createElement('frame')
  const inner = document.implementation.createHTMLDocument()
  inner.body.innerHTML = `<a href="${link}&x=2">Add</a>`
  Object.defineProperty(frame, 'contentDocument', { value: inner })
  document.body.append(frame)
  expect(readTexts().links).toEqual([link, `${link}&x=2`])
})

test('of a page without end a part is told', () => {
  const many = Array.from({ length: 30 }, (_, at) => `<p><a href="${link}&x=${at}">A</a></p>`)
  const keys = Array.from({ length: 30 }, (_, at) => `<p>Setup key ${key} ${at}</p>`)
  const told = read(`${many.join('')}<div>${keys.join('')}</div>`)
  expect(told.links.length).toBe(12)
  expect(told.passages.length).toBeLessThanOrEqual(12)
  for (const passage of told.passages) expect(passage.length).toBeLessThanOrEqual(1400)
  expect(read(`<a href="${link}${'x'.repeat(5000)}">Add</a>`).links).toEqual([])
})

test('a page with more nodes than any is read in part', { timeout: 60_000 }, () => {
  expect(read(`${'<i></i>'.repeat(40_000)}<a href="${link}">Add</a>`).links).toEqual([])
})
