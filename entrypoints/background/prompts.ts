import { stepAt } from '@/utils/clock/step'
import { emptyLedger, type Ledger, type Moment, type Slot, type Turn, turnOf, use } from './ledger'

/** How long a prompt is remembered, and with it that it was refused. */
const rememberedMs = 5 * 60_000
/** Arrival types no more codes of one account than this in one tab while they are remembered. */
const mostInARow = 5

/** Where a page asks from, as the browser tells it. */
export interface Place {
  readonly tabId: number
  /** Origin and path: see `placeOf`. */
  readonly place: string
}

/** A prompt that was filled on arrival. */
export interface Prompt extends Place {
  readonly key: string
  readonly step: number
  readonly atMs: number
  /** The tab has shown another address since: whoever comes back was let in, or starts anew. */
  readonly left: boolean
  readonly refused: boolean
}

/** All that the background remembers of what it filled. */
export interface Fills extends Ledger {
  readonly prompts: readonly Prompt[]
}

/** Nothing filled yet. */
export const noFills: Fills = { ...emptyLedger, prompts: [] }

/** What a page gets that asks on arrival. */
export type ArrivalTurn =
  | Exclude<Turn, { readonly kind: 'free' }>
  /** `isFirst`: nothing was typed on arrival in this tab of late. */
  | { readonly kind: 'free'; readonly step: number; readonly isFirst: boolean }
  | { readonly kind: 'refused' }
  | { readonly kind: 'nothing' }
  /** It comes back: what its page says decides. */
  | { readonly kind: 'back' }

/** A page that asks on arrival. */
export interface Arrival extends Place, Slot {
  /** Its field still holds what arrival typed there. */
  readonly holds: boolean
  /** Whether its page says that a code was wrong; null: not looked at yet. */
  readonly saysRefused: boolean | null
}

/**
 * Decides what a page gets on arrival, and writes it down.
 *
 * [Note: Refused once] A prompt that comes back within the step of its own arrival fill was
 * probably refused, and the next code would be too: the clock is wrong, or the account. So was one
 * that comes back later and says so, be it at another address: forms are sent there. One code too
 * many and the site locks its user out, so arrival stops there until the user fills, or for some
 * minutes. A tab that showed another address in between and comes back to the first was let in and
 * logged out again: it waits for its next code as any other prompt does, whatever its page says. A page that walks in circles through other addresses gets a handful of
 * codes, one a step, and then none either.
 */
export function arrive(
  all: Fills,
  arrival: Arrival,
  moment: Moment,
): readonly [Fills, ArrivalTurn] {
  const fills = forget(all, moment.nowMs)
  const turn = turnOf(fills, arrival, moment.codeMs)
  if (arrival.holds && turn.kind === 'wait' && turn.why === 'used') {
    return [fills, { kind: 'nothing' }]
  }
  const prompt = promptOf(arrival, moment)
  const before = fills.prompts.filter(
    ({ tabId, key }) => tabId === prompt.tabId && key === prompt.key,
  )
  const here = before.filter(({ place }) => place === prompt.place)
  if (here.some(({ refused }) => refused)) return [fills, { kind: 'refused' }]
  const back = here.filter(({ left }) => !left)
  const mayBeRefused = back.length > 0 || (here.length === 0 && before.length > 0)
  const isRefused = mayBeRefused && arrival.saysRefused === true
  if (isRefused || back.some(({ step }) => step === prompt.step)) {
    return [add(fills, { ...prompt, refused: true }), { kind: 'refused' }]
  }
  if (mayBeRefused && arrival.saysRefused === null) return [fills, { kind: 'back' }]
  if (before.length >= mostInARow) {
    return [fills, { kind: arrival.holds ? 'nothing' : 'refused' }]
  }
  if (turn.kind === 'wait') return [fills, turn]
  const used = use(add(fills, prompt), arrival, moment.codeMs, prompt.tabId)
  return [used, { ...turn, isFirst: before.length === 0 }]
}

/** The page had no use for the code that it got: it was not typed, but counts as used. */
export function takeBack(fills: Fills, { tabId, place }: Place): Fills {
  const prompt = fills.prompts.findLast((each) => each.tabId === tabId && each.place === place)
  if (prompt === undefined || prompt.refused) return fills
  return { ...fills, prompts: fills.prompts.filter((each) => each !== prompt) }
}

/** The tab shows this address now; null for one that is not ours to know. */
export function moveOn(fills: Fills, tabId: number, place: string | null): Fills {
  const isLeft = (each: Prompt) => each.tabId === tabId && each.place !== place && !each.left
  if (!fills.prompts.some(isLeft)) return fills
  const prompts = fills.prompts.map((each) => (isLeft(each) ? { ...each, left: true } : each))
  return { ...fills, prompts }
}

/**
 * Whatever the prompts of this tab refused is over: the user filled, and knows better, or the site took
 * a code that set an account up.
 */
export function forgetTab(fills: Fills, tabId: number): Fills {
  return { ...fills, prompts: fills.prompts.filter((each) => each.tabId !== tabId) }
}

function promptOf({ tabId, place, key, period }: Arrival, { nowMs, codeMs }: Moment): Prompt {
  const step = stepAt(codeMs, period)
  return { tabId, place, key, step, atMs: nowMs, left: false, refused: false }
}

function add(fills: Fills, prompt: Prompt): Fills {
  return { ...fills, prompts: [...fills.prompts, prompt] }
}

function forget(fills: Fills, nowMs: number): Fills {
  const isFresh = ({ atMs }: Prompt) => Math.abs(nowMs - atMs) < rememberedMs
  if (fills.prompts.every(isFresh)) return fills
  return { ...fills, prompts: fills.prompts.filter(isFresh) }
}
