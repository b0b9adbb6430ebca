import { expect, it } from 'vitest'
import { readCsv } from '@/utils/backup/read/csv'

it.each([
  [
    'cells and rows',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['line ends of any kind', 'a\r\nb\rc\n', [['a'], ['b'], ['c']]],
  ['rows without text are left out', 'a\n\n,,\nb', [['a'], ['b']]],
  ['commas and line ends in quotes', '"a,\n b",c', [['a,\n b', 'c']]],
  ['doubled quotes', '"say ""x""",y', [['say "x"', 'y']]],
  ['quotes in bare cells', 'a "b",c', [['a "b"', 'c']]],
  ['text after the quotes', '"a"b,c', [['ab', 'c']]],
  ['a quote that never ends', 'a,"b\nc', [['a', 'b\nc']]],
  ['empty cells', ',a,', [['', 'a', '']]],
  ['nothing', '', []],
])('csv: %s', (_, text, rows) => {
  expect(readCsv(text)).toEqual(rows)
})
