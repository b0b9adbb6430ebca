import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '@/utils/vault/json'
import { codeOf } from './error-code'

const refused = (text: string) => codeOf(() => parseJson(text, 'file-damaged'))

describe('parseJson', () => {
  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 10 }), (value) => {
        const text = JSON.stringify(value)
        expect(parseJson(text, 'file-damaged')).toEqual(JSON.parse(text))
      }),
    )
  })

  it('refuses nesting above 64 levels before parsing, also 100,000 levels', async () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(await refused(nested(64))).toBe('none')
    expect(await refused(nested(65))).toBe('file-damaged')
    expect(await refused(nested(100_000))).toBe('file-damaged')
    expect(await refused('{"a":'.repeat(100_000))).toBe('file-damaged')
  })

  it('does not count brackets inside strings', async () => {
    expect(await refused(JSON.stringify({ a: '['.repeat(1000), b: '\\"[{'.repeat(99) }))).toBe(
      'none',
    )
  })

  it('counts the brackets between strings, however those end', async () => {
    const deep = '['.repeat(65)
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '\\', '[', 'a') }), (text) => {
        const string = JSON.stringify(text)
        expect(() => parseJson(`[${string},${string}]`, 'file-damaged', 1)).not.toThrow()
        expect(() => parseJson(`[${string},[${string}]]`, 'file-damaged', 1)).toThrow('too deep')
      }),
    )
    expect(await refused(`["\\\\",${deep}`)).toBe('file-damaged')
  })

  it('fails with the code of the caller on what is no JSON', async () => {
    expect(await refused('')).toBe('file-damaged')
    expect(await refused('{"a":1')).toBe('file-damaged')
  })
})
