import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

describe('world', () => {
  it('is one for all scripts of ours, and has nothing that a page calls by a name of its own', async () => {
    for (const name of ['watcher', 'reader', 'filler', 'home', 'send', 'pointing', 'sixpence']) {
      vi.stubGlobal(name, {})
    }
    const { world: first } = await import('@/entrypoints/fill.content/world')
    expect(first).toEqual({})
    vi.resetModules()
    const { world: second } = await import('@/entrypoints/fill.content/world')
    expect(second).toBe(first)
  })
})
