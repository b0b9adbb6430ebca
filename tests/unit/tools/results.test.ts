import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readResults, replaceResults, toTable } from '@/tools/results.mjs'

const line = (over: object) =>
  JSON.stringify({
    promise: 'P7',
    what: 'kills',
    where: 'X 1',
    count: 2,
    result: '0 lost',
    ...over,
  })

describe('the results of the long tests', () => {
  it('are added up where they say the same of the same thing', () => {
    const lines = [line({}), line({ count: 3 }), line({ result: '1 lost' }), '']
    expect(readResults(lines.join('\n')).map(({ count, result }) => [count, result])).toEqual([
      [5, '0 lost'],
      [2, '1 lost'],
    ])
  })

  it('stand in the order of the promises', () => {
    const lines = [line({ promise: 'P16' }), line({ promise: 'P1, P2' }), line({ where: 'A 1' })]
    const found = readResults(lines.join('\n')).map(({ promise, where }) => `${promise} ${where}`)
    expect(found).toEqual(['P1, P2 X 1', 'P7 A 1', 'P16 X 1'])
  })

  it('are a table with its columns in line', () => {
    const table = toTable(readResults(line({ count: 10_000 })), '2026-11-22')
    expect(table.split('\n')).toEqual([
      '| promise | what  | where | count  | result | date       |',
      '| ------- | ----- | ----- | ------ | ------ | ---------- |',
      '| P7      | kills | X 1   | 10,000 | 0 lost | 2026-11-22 |',
    ])
  })

  it('have their place in the description of the format, and only there', () => {
    const text = readFileSync('docs/vault-format.md', 'utf8')
    const changed = replaceResults(text, 'TABLE')
    expect(changed).toContain('\n\nTABLE\n\n')
    expect(replaceResults(changed, 'TABLE')).toBe(changed)
    expect(changed.split('TABLE')[0]).toBe(
      `${text.split('results: written')[0]}results: written by "npm run test:vault" -->\n\n`,
    )
    expect(() => replaceResults('no marks', 'TABLE')).toThrow('missing')
  })
})
