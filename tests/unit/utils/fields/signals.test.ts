import { expect, it } from 'vitest'
import { reasons } from '@/utils/fields/reasons'
import { signals, telling } from '@/utils/fields/signals'

it('has a name for each signal', () => {
  expect(reasons).toHaveLength(signals.length)
})

it('asks that one of these speaks of codes or of verifying', () => {
  expect(telling.map((signal) => reasons[signal]?.[0])).toEqual([
    'autocomplete is one-time-code',
    'name of a code field',
    'label of a code field or a recovery code’s',
    'called a recovery code',
    'page named for a code',
    'page asks for a code',
    'page verifies',
    'names an authenticator',
    'label that only codes have',
  ])
})
