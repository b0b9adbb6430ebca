import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeLabel } from '@/utils/sites/punycode'

const encode = (label: string): string => new URL(`https://${label}.example`).hostname.slice(0, -8)

it.each([
  'bücher',
  'аpple',
  'münchen',
  '日本語',
  'πaypal',
  'gіthub',
  'ñandú',
  'почта-россии',
  'a💩b',
  'ليهمابتكلموشعربي',
])('reads what a browser makes of %s', (label) => {
  expect(encode(label)).toMatch(/^xn--/)
  expect(decodeLabel(encode(label))).toBe(label)
})

it('reads what a browser makes of any letters', () => {
  const letters = fc.constantFrom(...'abcxyz0189äéßøаеіоѕяαβω日本語עברית')
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), (chosen) => {
      const address = `https://${chosen.join('')}.example`
      if (!URL.canParse(address)) return
      const encoded = new URL(address).hostname.slice(0, -8)
      expect(encode(decodeLabel(encoded))).toBe(encoded)
    }),
  )
})

it.each(['github', 'xn--', 'xn--!!', 'xn--99999999', 'xn--a-ä', ''])(
  'leaves %j as it is',
  (label) => {
    expect(decodeLabel(label)).toBe(label === 'xn--' ? '' : label)
  },
)
