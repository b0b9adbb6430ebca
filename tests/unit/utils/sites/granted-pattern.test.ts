import { describe, expect, it } from 'vitest'
import { fillPatterns, originOfPattern } from '@/utils/sites/granted-pattern'

describe('originOfPattern', () => {
  it.each([
    ['https://example.org/*', 'https://example.org'],
    ['http://localhost/*', 'http://localhost'],
    ['http://127.0.0.1/*', 'http://127.0.0.1'],
  ])('takes %s back to %s', (pattern, origin) => {
    expect(originOfPattern(pattern)).toBe(origin)
  })

  it.each([
    '<all_urls>',
    '*://*/*',
    'https://*/*',
    'https://*.example.org/*',
    '*://example.org/*',
    'http://example.org/*',
    'https://example.org/path/*',
    'https://example.org',
    'file:///*',
    'chrome://favicon/*',
  ])('knows no one site for %s', (pattern) => {
    expect(originOfPattern(pattern)).toBeNull()
  })
})

const local = ['http://localhost/*', 'http://127.0.0.1/*']

describe('fillPatterns', () => {
  it.each([
    ['https://example.org/*', ['https://example.org/*']],
    ['http://localhost/*', ['http://localhost/*']],
    ['https://*/*', ['https://*/*']],
    ['https://*.example.org/*', ['https://*.example.org/*']],
    ['*://example.org/*', ['https://example.org/*']],
    ['*://localhost/*', ['https://localhost/*', 'http://localhost/*']],
    ['*://*/*', ['https://*/*', ...local]],
    ['<all_urls>', ['https://*/*', ...local]],
    ['http://*/*', local],
  ])('leaves of a grant for %s what may get codes', (granted, patterns) => {
    expect(fillPatterns(granted)).toEqual(patterns)
  })

  it.each(['http://example.org/*', 'http://*.example.org/*', 'file:///*', 'chrome://favicon/*'])(
    'leaves nothing of %s',
    (granted) => {
      expect(fillPatterns(granted)).toEqual([])
    },
  )
})
