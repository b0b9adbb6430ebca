import { describe, expect, it } from 'vitest'
import { hostOf, originOfAddress, parseOrigin } from '@/utils/sites/origin'

const accepted: readonly (readonly [string, string])[] = [
  ['https://example.org', 'https://example.org'],
  ['https://example.org/', 'https://example.org'],
  ['https://example.org/login?next=%2F#top', 'https://example.org'],
  ['https://EXAMPLE.org', 'https://example.org'],
  ['https://example.org:443', 'https://example.org'],
  ['https://example.org:8443', 'https://example.org:8443'],
  ['https://my_host.example.org', 'https://my_host.example.org'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['https://аpple.example', 'https://xn--pple-43d.example'],
  ['https://192.168.1.10', 'https://192.168.1.10'],
  ['https://0x7f.1', 'https://127.0.0.1'],
  ['https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
  ['http://localhost', 'http://localhost'],
  ['http://localhost:18102/', 'http://localhost:18102'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
]

const refused: readonly string[] = [
  '',
  'null',
  'example.org',
  'http://example.org',
  'http://localhost.example.org',
  'http://127.0.0.2',
  // The manifest cannot ask for it.
  'http://[::1]:3000',
  'http://192.168.1.10',
  'https://example.org.',
  'http://localhost.',
  'https://user@example.org',
  'https://user:secret@example.org',
  'https://example.org@evil.example',
  'https://*',
  'https://*.example.org',
  'https://exa*mple.org',
  'ftp://example.org',
  'ws://localhost',
  'file:///etc/passwd',
  'data:text/html,hello',
  'blob:https://example.org/0b0c',
  'about:blank',
  'about:srcdoc',
  'javascript:alert(1)',
  'chrome-extension://abcdefghijklmnop',
  'moz-extension://11111111-2222-4333-8444-555555555555',
  'view-source:https://example.org',
  'filesystem:https://example.org/temporary/a',
]

describe('parseOrigin', () => {
  it.each(accepted)('reads %s as %s', (text, origin) => {
    expect(parseOrigin(text)).toBe(origin)
  })

  it.each(refused)('refuses %j', (text) => {
    expect(parseOrigin(text)).toBeNull()
  })

  it('leaves its own results as they are', () => {
    for (const [, origin] of accepted) expect(parseOrigin(origin)).toBe(origin)
  })
})

describe('originOfAddress', () => {
  it.each([
    ['example.org', 'https://example.org'],
    [' example.org:8443/login ', 'https://example.org:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://example.org', null],
    ['moz-extension://x', null],
    ['', null],
  ])('takes %j for %s', (address, origin) => {
    expect(originOfAddress(address)).toBe(origin)
  })
})

describe('hostOf', () => {
  it('shows the port where it is not the default', () => {
    expect(hostOf('https://example.org:8443')).toBe('example.org:8443')
    expect(hostOf('https://example.org')).toBe('example.org')
  })

  it('shows letters of other alphabets as punycode', () => {
    expect(hostOf('https://аpple.example')).toBe('xn--pple-43d.example')
  })
})
