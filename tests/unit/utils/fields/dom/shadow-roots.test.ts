// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createShadowRoots } from '@/utils/fields/dom/shadow-roots'

const found = vi.fn()

beforeEach(() => {
  document.body.innerHTML = ''
  found.mockReset()
})

function host(parent: ParentNode): ShadowRoot {
  const element = document.createElement('x-host')
  parent.append(element)
  return element.attachShadow({ mode: 'open' })
}

describe('createShadowRoots', () => {
  it('finds roots, and roots within roots, and tells of each once', () => {
    const outer = host(document.body)
    const inner = host(outer)
    const roots = createShadowRoots(found)
    roots.search(document)
    expect(roots.list()).toEqual([outer, inner])
    roots.search(document)
    expect(roots.list()).toEqual([outer, inner])
    expect(found.mock.calls).toEqual([[outer], [inner]])
  })

  it('finds the root of an element that gets it after it was seen', () => {
    const late = document.createElement('x-late')
    document.body.append(late)
    const roots = createShadowRoots(found)
    roots.search(document)
    expect(roots.list()).toEqual([])
    const root = late.attachShadow({ mode: 'open' })
    expect(roots.list()).toEqual([root])
  })

  it('passes over what hardly ever is a host, unless all are searched or it is known to be one', () => {
    document.body.innerHTML = '<div></div><section></section>'
    const [div, section] = document.body.children
    const root = (div as Element).attachShadow({ mode: 'open' })
    const other = (section as Element).attachShadow({ mode: 'open' })
    const roots = createShadowRoots(found)
    roots.search(document)
    expect(roots.list()).toEqual([])
    roots.add(section as Element)
    expect(roots.list()).toEqual([other])
    roots.searchAll(document)
    expect(roots.list()).toEqual([other, root])
  })

  it('forgets what left the document', () => {
    const root = host(document.body)
    const roots = createShadowRoots(found)
    roots.search(document)
    expect(roots.list()).toEqual([root])
    root.host.remove()
    expect(roots.list()).toEqual([])
  })

  it('finds nothing in a page without hosts', () => {
    document.body.innerHTML = '<form><label>Code <input></label></form>'
    const roots = createShadowRoots(found)
    roots.search(document)
    expect(roots.list()).toEqual([])
  })
})

describe('closed shadow roots, which browsers show to extensions', () => {
  const closedIn = (host: HTMLElement) => host.attachShadow({ mode: 'closed' })
  const found = () => {
    const roots = createShadowRoots(() => {})
    roots.search(document)
    return roots.list()
  }

  afterEach(() => vi.unstubAllEnvs())

  it('are found in Firefox, where each element tells its own', () => {
    vi.stubEnv('FIREFOX', 'true')
    document.body.innerHTML = '<x-closed></x-closed>'
    const host = document.querySelector('x-closed') as HTMLElement
    const root = closedIn(host)
    Object.assign(host, { openOrClosedShadowRoot: root })
    expect(found()).toEqual([root])
  })

  it('are found in Chromium, where the browser is asked for them', () => {
    document.body.innerHTML = '<x-closed></x-closed>'
    const root = closedIn(document.querySelector('x-closed') as HTMLElement)
    vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot: () => root } })
    expect(found()).toEqual([root])
  })

  it('are found in what hardly ever has one, where all is searched', () => {
    document.body.innerHTML = '<div></div>'
    const host = document.querySelector('div') as HTMLElement
    const root = closedIn(host)
    vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot: () => root } })
    expect(found()).toEqual([])
    const roots = createShadowRoots(() => {})
    roots.searchAll(document)
    expect(roots.list()).toEqual([root])
  })
})
