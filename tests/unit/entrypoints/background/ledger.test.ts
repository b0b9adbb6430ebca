import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyLedger, type Ledger, lastUse, turnOf, use } from '@/entrypoints/background/ledger'

const slot = { key: 'ada', period: 30 }
const usedAt = (...moments: readonly number[]): Ledger =>
  moments.reduce((ledger, ms) => use(ledger, slot, ms, 7), emptyLedger)

describe('turnOf', () => {
  it.each<readonly [string, Ledger, number, object]>([
    ['nothing was typed', emptyLedger, 45_000, { kind: 'free', step: 1 }],
    ['exactly 4 s are left', emptyLedger, 56_000, { kind: 'free', step: 1 }],
    ['less is left', emptyLedger, 56_001, { kind: 'wait', why: 'short', forMs: 3_999 }],
    ['the step is used', usedAt(31_000), 45_000, { kind: 'wait', why: 'used', forMs: 15_000 }],
    [
      'used counts before short',
      usedAt(31_000),
      58_000,
      { kind: 'wait', why: 'used', forMs: 2_000 },
    ],
    ['the step before is used', usedAt(29_000), 45_000, { kind: 'free', step: 1 }],
    [
      'the clock went back, and the steps to come are used',
      usedAt(65_000, 95_000, 35_000),
      45_000,
      { kind: 'wait', why: 'used', forMs: 75_000 },
    ],
    ['the clock went back to a free step', usedAt(65_000), 45_000, { kind: 'free', step: 1 }],
    [
      'little is left and the next step is used',
      usedAt(65_000),
      58_000,
      { kind: 'wait', why: 'short', forMs: 32_000 },
    ],
    [
      'what was typed could not be read',
      { ...emptyLedger, unknownUntilMs: 35_000 },
      45_000,
      { kind: 'wait', why: 'used', forMs: 15_000 },
    ],
  ])('when %s', (_, ledger, codeMs, turn) => {
    expect(turnOf(ledger, slot, codeMs)).toEqual(turn)
  })

  it.each([
    [5, 2_500, 'free'],
    [5, 2_501, 'wait'],
    [1, 500, 'free'],
    [3_600, 3_595_000, 'free'],
    [3_600, 3_596_001, 'wait'],
  ])('of a period of %d s, at %d ms of it, is %s', (period, ms, kind) => {
    expect(turnOf(emptyLedger, { key: 'ada', period }, ms).kind).toBe(kind)
  })

  it('answers at once, however far ahead the clock was when nothing could be read', () => {
    const unknownUntilMs = 8_640_000_000_000_000
    const turn = turnOf({ ...emptyLedger, unknownUntilMs }, slot, 45_000)
    expect(turn).toMatchObject({ kind: 'wait', why: 'used' })
  })

  it('lets another secret go its own way', () => {
    expect(turnOf(usedAt(45_000), { key: 'bob', period: 30 }, 46_000).kind).toBe('free')
  })
})

describe('use', () => {
  it('says how many codes were typed and where the last one was', () => {
    const ledger = use(usedAt(35_000, 35_000), slot, 65_000, 8)
    expect(lastUse(ledger, slot)).toMatchObject({ count: 3, lastTabId: 8 })
    expect(ledger.used).toHaveLength(1)
  })

  it('never gives a step twice, wherever the clock goes and however long it runs', () => {
    const moment = fc.integer({ min: 0, max: 60 * 30_000 })
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 200 }), (moments) => {
        const typed: number[] = []
        let ledger = emptyLedger
        for (const codeMs of moments) {
          const turn = turnOf(ledger, slot, codeMs)
          if (turn.kind === 'wait') continue
          typed.push(turn.step)
          ledger = use(ledger, slot, codeMs, 7)
        }
        expect(new Set(typed).size).toBe(typed.length)
        expect(JSON.stringify(ledger).length).toBeLessThan(1_000)
      }),
    )
  })

  it('holds up nobody whose clock was a day ahead for many codes and is right again', () => {
    const dayMs = 86_400_000
    const ahead = Array.from({ length: 80 }, (_, nth) => dayMs + nth * 95_000)
    expect(turnOf(usedAt(35_000, ...ahead), slot, 65_000)).toEqual({ kind: 'free', step: 2 })
  })

  it('is free when a wait is over, unless a code was typed meanwhile', () => {
    const moment = fc.integer({ min: 0, max: 20 * 30_000 })
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 40 }), moment, (used, codeMs) => {
        const ledger = usedAt(...used)
        const turn = turnOf(ledger, slot, codeMs)
        if (turn.kind === 'wait') {
          expect(turnOf(ledger, slot, codeMs + turn.forMs).kind).toBe('free')
        }
      }),
    )
  })
})
