import type { FillWait } from '@/utils/messages/contract'
import { lastUse, type Slot, turnOf, use } from './ledger'
import { type Fills, forgetTab } from './prompts'

/** Nobody waits longer than this for a fill. */
const longestWaitMs = 60_000

/** A code that follows another one so soon is another try. */
const freshMs = 5 * 60_000

/** A fill that the user asked for. */
export interface UserFill {
  readonly slot: Slot
  /** Now, on the clock that codes are made with. */
  readonly codeMs: number
  readonly tabId: number
  /** Now, whatever was typed before. */
  readonly isUrgent: boolean
  /** How many codes had been typed when this fill began to wait, if it did. */
  readonly expectedCount: number | undefined
}

/** Whether it is the turn of a fill that the user asked for. */
export type UserTurn =
  /** `isFirst`: no code of it was typed in this tab of late. */
  | { readonly kind: 'free'; readonly isFirst: boolean }
  | {
      readonly kind: 'wait'
      readonly wait: FillWait
      readonly forMs: number
      /** What to expect when the wait is over. */
      readonly count: number
    }
  /** The code was typed while this fill waited: in its own tab it is filled, elsewhere overtaken. */
  | { readonly kind: 'filled' | 'overtaken' }

/** Decides on a fill that the user asked for, and writes it down if it is its turn. */
export function takeTurn(fills: Fills, asked: UserFill): readonly [Fills, UserTurn] {
  const { slot, codeMs, tabId, isUrgent, expectedCount } = asked
  const last = lastUse(fills, slot)
  const count = last?.count ?? 0
  if (expectedCount !== undefined && expectedCount !== count) {
    return [fills, { kind: last?.lastTabId === tabId ? 'filled' : 'overtaken' }]
  }
  const turn = turnOf(fills, slot, codeMs)
  if (turn.kind === 'wait' && !isUrgent) {
    const { why, forMs } = turn
    const untilMs = codeMs + forMs
    const wait: FillWait = { kind: 'wait', why, untilMs, isLong: forMs > longestWaitMs }
    return [fills, { kind: 'wait', wait, forMs, count }]
  }
  const isFirst = !isAnotherTry(fills, asked)
  return [forgetTab(use(fills, slot, codeMs, tabId), tabId), { kind: 'free', isFirst }]
}

/** Whether a code of the same account was typed in the same tab of late. */
function isAnotherTry(fills: Fills, { slot, codeMs, tabId }: UserFill): boolean {
  const last = lastUse(fills, slot)
  if (last?.lastTabId !== tabId) return false
  return last.runs.some(([, to]) => Math.abs(codeMs - to * slot.period * 1000) < freshMs)
}
