import { describe, expect, it } from 'vitest'
import {
  type Arrival,
  arrive,
  type Fills,
  forgetTab,
  moveOn,
  noFills,
  takeBack,
} from '@/entrypoints/background/prompts'

const prompt = 'https://example.org/prompt'
const other = 'https://example.org/login'
const arrival: Arrival = {
  tabId: 7,
  place: prompt,
  key: 'ada',
  period: 30,
  holds: false,
  saysRefused: false,
}
const startMs = 1_700_000_010_000

/** A tab that asks; it tells what it got, at seconds after the start of a step. */
function world() {
  let fills: Fills = noFills
  return {
    ask: (seconds: number, changes: Partial<Arrival> = {}) => {
      const nowMs = startMs + seconds * 1000
      const [next, turn] = arrive(fills, { ...arrival, ...changes }, { nowMs, codeMs: nowMs })
      fills = next
      return turn.kind
    },
    change: (edit: (fills: Fills) => Fills) => {
      fills = edit(fills)
    },
    prompts: () => fills.prompts.length,
  }
}

describe('arrive', () => {
  it('stops at a prompt that comes back within the step of its fill, and stays so', () => {
    const { ask } = world()
    expect([ask(0), ask(2), ask(3), ask(31), ask(61)]).toEqual([
      'free',
      'refused',
      'refused',
      'refused',
      'refused',
    ])
  })

  it('fills again after some minutes', () => {
    const { ask } = world()
    expect([ask(0), ask(2), ask(301), ask(303)]).toEqual(['free', 'refused', 'refused', 'free'])
  })

  it('fills a prompt that comes back in the next step', () => {
    const { ask } = world()
    expect([ask(0), ask(31)]).toEqual(['free', 'free'])
  })

  it('asks what a prompt says that comes back in a later step, and stops where it says wrong', () => {
    const { ask } = world()
    expect([
      ask(0, { saysRefused: null }),
      ask(31, { saysRefused: null }),
      ask(31, { saysRefused: true }),
      ask(61, { saysRefused: false }),
    ]).toEqual(['free', 'back', 'refused', 'refused'])
  })

  it('asks no page what it says that was not filled of late, or is there anew', () => {
    const { ask, change } = world()
    expect(ask(0, { saysRefused: null })).toBe('free')
    change((fills) => moveOn(fills, 7, '/'))
    expect(ask(61, { saysRefused: null })).toBe('free')
    expect(ask(400, { saysRefused: null, place: other })).toBe('free')
    expect(ask(401, { saysRefused: null, tabId: 8 })).toBe('wait')
  })

  it('asks the page that a form was sent to, and stops where that says wrong', () => {
    const sent = { place: other }
    const { ask, change } = world()
    expect(ask(0)).toBe('free')
    change((fills) => moveOn(fills, 7, other))
    expect([
      ask(2, { ...sent, saysRefused: null }),
      ask(2, { ...sent, saysRefused: true }),
      ask(31, { ...sent, saysRefused: false }),
    ]).toEqual(['back', 'refused', 'refused'])
  })

  it.each<readonly [string, Partial<Arrival>]>([
    ['another path, set-up and log-in', { place: other }],
    ['another tab', { tabId: 8 }],
  ])('lets %s wait for the next code', (_, changes) => {
    const { ask } = world()
    expect([ask(0), ask(2, changes), ask(30, changes)]).toEqual(['free', 'wait', 'free'])
  })

  it('is no refusal when the tab was elsewhere in between: logged in and out again', () => {
    const { ask, change } = world()
    ask(0)
    change((fills) => moveOn(fills, 7, other))
    change((fills) => moveOn(fills, 7, prompt))
    expect([ask(5), ask(30)]).toEqual(['wait', 'free'])
  })

  it('is one when only another tab was elsewhere, or the tab at the prompt itself', () => {
    const { ask, change } = world()
    ask(0)
    change((fills) => moveOn(fills, 8, other))
    change((fills) => moveOn(fills, 7, prompt))
    expect(ask(5)).toBe('refused')
  })

  it('stays refused when the tab goes elsewhere afterwards', () => {
    const { ask, change } = world()
    ask(0)
    ask(2)
    change((fills) => moveOn(fills, 7, null))
    expect(ask(31)).toBe('refused')
  })

  it('is no refusal when the page never typed the code; the step is gone all the same', () => {
    const { ask, change } = world()
    ask(0)
    change((fills) => takeBack(fills, { tabId: 7, place: prompt }))
    expect([ask(2), ask(30)]).toEqual(['wait', 'free'])
  })

  it('does not let a page take its refusal back', () => {
    const { ask, change } = world()
    ask(0)
    ask(2)
    change((fills) => takeBack(fills, { tabId: 7, place: prompt }))
    expect(ask(31)).toBe('refused')
  })

  it('ends a refusal when the user fills in that tab', () => {
    const { ask, change } = world()
    ask(0)
    ask(2)
    change((fills) => forgetTab(fills, 7))
    expect([ask(5), ask(30)]).toEqual(['wait', 'free'])
  })

  it('leaves a field alone that still holds the code of this step, and gives it a newer one', () => {
    const { ask } = world()
    expect([ask(0), ask(2, { holds: true }), ask(31, { holds: true })]).toEqual([
      'free',
      'nothing',
      'free',
    ])
  })

  it('gives a field whose code the user lets grow old a handful, and calls that no refusal', () => {
    const { ask } = world()
    const got = [0, 31, 61, 91, 121, 151, 181].map((at) => ask(at, { holds: at > 0 }))
    expect(got).toEqual(['free', 'free', 'free', 'free', 'free', 'nothing', 'nothing'])
    expect(ask(460, { holds: true })).toBe('free')
  })

  it('gives no newer code to a page that says the one in its field was wrong', () => {
    const { ask } = world()
    expect([ask(0), ask(31, { holds: true, saysRefused: true })]).toEqual(['free', 'refused'])
  })

  it('gives the code of a new secret at once', () => {
    const { ask } = world()
    expect([ask(0), ask(2, { key: 'new', holds: true })]).toEqual(['free', 'free'])
  })

  it('gives a page that reloads itself in a loop one code, and none after the refusal', () => {
    const { ask } = world()
    const got = Array.from({ length: 250 }, (_, second) => ask(second + 1))
    expect(got.filter((kind) => kind === 'free')).toHaveLength(1)
  })

  it('gives a page that walks in circles a handful of codes, and keeps no list of its paths', () => {
    const { ask, change, prompts } = world()
    const got = Array.from({ length: 290 }, (_, second) => {
      change((fills) => moveOn(fills, 7, other))
      return ask(second, { place: `${prompt}/${second}` })
    })
    expect(got.filter((kind) => kind === 'free')).toHaveLength(5)
    expect(prompts()).toBe(5)
  })
})
