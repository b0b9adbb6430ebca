import { expect, test } from 'vitest'
import { textOf } from '@/utils/qr/text-of'

test.each([
  ['UTF-8', 'c3a9e6a5bd', 'é楽'],
  ['UTF-8 with a byte order mark, which stays', 'efbbbf61', '\ufeffa'],
  ['Latin-1 with an accent before a letter', '47e96ee972616c65', 'Générale'],
  ['Latin-1 with two accents in a row', '416ee9ef', 'Anéï'],
  ['Shift-JIS: kanji', '8a7993563a8e52', '楽天:山'],
  ['Shift-JIS: katakana', '83658358836731', 'テスト1'],
  ['neither UTF-8 nor Shift-JIS', '81ff', '\u0081ÿ'],
  ['nothing', '', ''],
])('%s (%s)', (_, hex, text) => {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  expect(textOf(bytes)).toBe(text)
})
