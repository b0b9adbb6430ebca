import { describe, expect, it } from 'vitest'
import { patternOf } from '@/utils/sites/pattern'

describe('patternOf', () => {
  it.each([
    ['https://example.org', 'https://example.org/*'],
    ['https://example.org:8443', 'https://example.org/*'],
    ['http://localhost:18102', 'http://localhost/*'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1/*'],
    ['https://[2001:db8::1]:1', 'https://[2001:db8::1]/*'],
  ])('covers %s by %s, whatever the port', (origin, pattern) => {
    expect(patternOf(origin)).toBe(pattern)
  })
})
