import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editsBetween, type Slip, slipOf } from '@/utils/sites/slips'

describe('editsBetween', () => {
  it.each([
    ['github', 'github', 0],
    ['gihtub', 'github', 1],
    ['gthub', 'github', 1],
    ['giithub', 'github', 1],
    ['gxthub', 'github', 1],
    ['gihtubb', 'github', 2],
    ['', 'ab', 2],
  ])('from %j to %j: %i', (a, b, edits) => {
    expect(editsBetween(a, b, 2)).toBe(edits)
  })

  it('stops counting behind the limit', () => {
    expect(editsBetween('github', 'paypal', 2)).toBe(3)
    expect(editsBetween('a', 'abcdefgh', 2)).toBe(3)
  })

  it('counts the same in both directions', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 })
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(editsBetween(a, b, 3)).toBe(editsBetween(b, a, 3))
      }),
    )
  })
})

describe('slipOf', () => {
  it.each<[typed: string, name: string, slip: Slip | null]>([
    ['gihtub', 'github', 'swap'],
    ['gitthub', 'github', 'double'],
    ['gogle', 'google', 'double'],
    ['githyb', 'github', 'neighbour'],
    ['githqb', 'github', 'inside'],
    ['githb', 'github', 'inside'],
    ['xithub', 'github', 'edge'],
    ['githubs', 'github', 'edge'],
    ['github', 'github', null],
    ['githubxy', 'github', null],
  ])('%s for %s: %s', (typed, name, slip) => {
    expect(slipOf(typed, name)).toBe(slip)
  })
})
