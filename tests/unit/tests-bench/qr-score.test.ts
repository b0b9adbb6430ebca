import { expect, test } from 'vitest'
import { judge, scoresOf } from '@/tests/bench/qr/score'

const sample = {
  ...{ id: 'a-00', cat: 'a', file: '/a.png', cands: null, norm: false },
  ...{ expect: ['one', 'two', 'two'], allow: ['cut'] },
}
const reading = (...texts: string[]) => ({ texts, size: [10, 10] as const, cpuMs: texts.length })

test.each([
  ['everything', ['one', 'two'], 2, 0],
  ['one code twice', ['one', 'one'], 1, 0],
  ['nothing', [], 0, 0],
  ['what is partly out of view', ['cut'], 0, 0],
  ['what is nowhere', ['one', 'other', ''], 1, 1],
  ['a text with another line end', ['one\r\n'], 0, 1],
])('reading %s counts as it should', (_, texts, read, falseDecodes) => {
  const outcome = judge(sample, reading(...texts))
  expect(scoresOf([outcome])).toMatchObject({ codes: 2, read, falseDecodes })
})

test('line ends do not count where a corpus says so', () => {
  const outcome = judge({ ...sample, norm: true }, reading('one\r\n', 'two'))
  expect(outcome).toMatchObject({ read: 2, wrong: [] })
})

test('of costs, the middle and the one in twenty are told', () => {
  const outcomes = Array.from({ length: 100 }, (_, index) =>
    judge(sample, { ...reading('one'), cpuMs: 100 - index }),
  )
  expect(scoresOf(outcomes)).toMatchObject({ cpuP50Ms: 51, cpuP95Ms: 96 })
})
