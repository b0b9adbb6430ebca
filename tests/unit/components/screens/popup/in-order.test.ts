import { describe, expect, it } from 'vitest'
import { inOrder } from '@/components/screens/popup/in-order'
import { accountOf, siteOf } from '@/tests/unit/entrypoints/background/sample'

const origin = 'https://example.org'
const here = (id: string, enrolment?: object, chosenAtMs?: number) => {
  const site = siteOf(origin, chosenAtMs === undefined ? {} : { chosenAtMs })
  const set = enrolment && { enrolment: { origin, startedAtMs: 1, ...enrolment } }
  return { account: accountOf(id, [site], { label: id, ...set }), site }
}
const fresh = here('fresh', {})
const filled = here('filled', { filledAtMs: 2 })
const chosen = here('chosen', undefined, 5)
const ada = here('ada')
const bob = here('bob')

describe('inOrder', () => {
  it.each([
    ['an account that no code was filled of yet', 'ada', [ada, fresh], 'fresh'],
    ['the one whose name was typed, before what is left of a set-up', 'ada', [filled, ada], 'ada'],
    ['what is left of a set-up, where no name was typed', null, [ada, filled], 'filled'],
    [
      'the one whose name was typed, before the one chosen of late',
      'ADA',
      [chosen, bob, ada],
      'ada',
    ],
    ['the one chosen of late, where the name is nobody’s', 'eve', [ada, bob, chosen], 'chosen'],
    ['the first, where nothing tells', null, [bob, ada], 'bob'],
  ])('puts first %s', (_, userName, bound, first) => {
    expect(inOrder(bound, userName)[0]?.account.id).toBe(first)
  })
})
