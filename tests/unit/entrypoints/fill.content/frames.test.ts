import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isAtHome, isOwnDocument } from '@/entrypoints/fill.content/frames'

/** A document that we may look into, as seen from a document of `https://a.example`. */
interface View {
  readonly origin: string
  readonly href: string
  /** Whether its frame has a `sandbox`; unless told, we may not ask for its frame. */
  readonly isSandbox?: boolean
}

const page: View = {
  origin: 'https://a.example',
  href: 'https://a.example/login',
  isSandbox: false,
}

/** As the browser's: the address is told by what all documents share, not by the document itself. */
class FakeDocument {
  readonly #href: string
  constructor(href: string) {
    this.#href = href
  }
  get URL(): string {
    return this.#href
  }
}

/** Stands in the innermost of these views, each in the one after it. */
function standIn(...views: readonly View[]): void {
  const windows = views.map(({ origin, href, isSandbox }) => ({
    origin,
    document: new FakeDocument(href),
    frameElement: isSandbox === undefined ? null : { hasAttribute: () => isSandbox },
    parent: {},
  }))
  for (const [index, each] of windows.entries()) each.parent = windows[index + 1] ?? each
  vi.stubGlobal('window', windows[0])
  vi.stubGlobal('Document', FakeDocument)
  vi.stubGlobal('self', windows[0])
}

beforeEach(() => standIn(page))
afterEach(() => vi.unstubAllGlobals())

describe('isOwnDocument', () => {
  it.each([
    ['https://a.example/', 'https://a.example', true],
    ['http://localhost:8080/x', 'http://localhost:8080', true],
    // Logged in by the address, which `location` does not show.
    ['https://ada:pw@a.example/', 'https://a.example', true],
    ['https://ada@a.example/@ada', 'https://a.example', true],
    ['https://a.example@evil.example/', 'https://a.example', false],
    ['about:srcdoc#@https://a.example/', 'https://a.example', false],
    ['about:srcdoc#//@https://a.example/', 'https://a.example', false],
    ['about:srcdoc#@null/', 'null', false],
    ['blob:https://a.example/7f', 'https://a.example', false],
    ['about:blank', 'https://a.example', false],
    ['about:srcdoc', 'https://a.example', false],
    ['https://a.example.evil.example/', 'https://a.example', false],
    // In a sandbox.
    ['https://a.example/', 'null', false],
    ['file:///tmp/null/', 'null', false],
    ['data:text/html,null/', 'null', false],
  ])('of %s, whose origin is %s: %s', (href, origin, isOwn) => {
    standIn({ href, origin })
    expect(isOwnDocument()).toBe(isOwn)
  })

  // `<img name="URL">` stands before the document's own answer.
  it('goes by no element that is called as the address is', () => {
    standIn({ ...page, href: 'about:srcdoc' })
    Object.defineProperty(window.document, 'URL', { value: 'https://a.example/' })
    expect(isOwnDocument()).toBe(false)
  })
})

describe('isAtHome', () => {
  it.each<[string, boolean, readonly View[]]>([
    ['the top frame', true, [page]],
    ['a frame among its own', true, [page, page, page]],
    ['a frame in a sandbox', false, [{ ...page, isSandbox: true }, page]],
    ['a frame in a sandbox of its own', false, [page, { ...page, isSandbox: true }, page]],
    [
      'a frame that it may not look out of',
      false,
      [{ ...page, isSandbox: undefined }, page] as View[],
    ],
    ['a frame in one of another site', false, [page, { ...page, origin: 'https://b.example' }]],
    ['a frame in one that its page made', false, [page, { ...page, href: 'about:srcdoc' }, page]],
  ])('%s: %s', (_, isHome, views) => {
    standIn(...views)
    expect(isAtHome()).toBe(isHome)
  })
})
