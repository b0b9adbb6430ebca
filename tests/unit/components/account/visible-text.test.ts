import { expect, test } from 'vitest'
import { visibleText } from '@/components/account/visible-text'

/** What a reader sees: unseen characters in angle brackets. */
const shown = (name: string) =>
  visibleText(name)
    .map((part) => (part.kind === 'text' ? part.text : `<${part.codePoint}>`))
    .join('')

test.each([
  ['plain text', 'GitHub', 'GitHub'],
  ['accents and other scripts', 'Café Ünïcode 日本 العربية', 'Café Ünïcode 日本 العربية'],
  ['right-to-left override', 'pay\u202Elap', 'pay<U+202E>lap'],
  ['isolates', '\u2066x\u2069', '<U+2066>x<U+2069>'],
  ['zero-width space', 'Git\u200BHub', 'Git<U+200B>Hub'],
  ['zero-width joiner in text', 'Git\u200DHub', 'Git<U+200D>Hub'],
  ['byte order mark', '\uFEFFGitHub', '<U+FEFF>GitHub'],
  ['line feed and nul', 'a\nb\u0000', 'a<U+000A>b<U+0000>'],
  ['line separator', 'a\u2028b', 'a<U+2028>b'],
  ['Hangul filler', '\u3164', '<U+3164>'],
  ['tag characters', 'a\u{E0041}', 'a<U+E0041>'],
  ['soft hyphen', 'pay\u00ADpal', 'pay<U+00AD>pal'],
  ['variation selector after a letter', 'a\uFE0F', 'a<U+FE0F>'],
  ['joined emoji', '👩‍💻 work', '👩‍💻 work'],
  ['emoji with skin tone and selector', '👩🏽‍💻 ❤️', '👩🏽‍💻 ❤️'],
  [
    'emoji joined after a selector',
    '\u{1f98a}\u{1f3f3}\ufe0f\u200d\u{1f308}',
    '\u{1f98a}\u{1f3f3}\ufe0f\u200d\u{1f308}',
  ],
  ['empty', '', ''],
])('%s: %j is shown as %j', (_, name, expected) => {
  expect(shown(name)).toBe(expected)
})

test('a huge name is cut, never inside a character', () => {
  const text = shown('😀'.repeat(5000))
  expect(text.length).toBeLessThanOrEqual(261)
  expect(text).toMatch(/^(😀)+…$/u)
})

test('a host is shown whole, however long: its end tells whose it is', () => {
  const longest = `${`${'a'.repeat(63)}.`.repeat(3)}${'b'.repeat(48)}.evil.example`
  expect(longest.length).toBe(253)
  expect(shown(`${longest}:65535`)).toBe(`${longest}:65535`)
})
