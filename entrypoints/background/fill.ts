import { msLeft } from '@/utils/clock/step'
import { soundsRefused } from '@/utils/fields/refusal'
import { isRoomFor } from '@/utils/fields/room'
import type { FillDecision, Request } from '@/utils/messages/contract'
import type { Handler } from '@/utils/messages/listen'
import type { Caller } from '@/utils/messages/sender'
import { codeAt } from '@/utils/otp/code'
import { digitsOf } from '@/utils/otp/code-shape'
import type { wordsOf } from '@/utils/platform/page-words'
import { codeTimeMs } from '@/utils/vault/code-time'
import type { VaultDocument } from '@/utils/vault/document'
import { setUpNow } from '@/utils/vault/enrolment'
import { isUnconfirmed } from '@/utils/vault/unconfirmed'
import { bringSender } from './bring'
import { type Bound, decide, mayAsk } from './decide'
import type { Enrolments } from './enrol'
import type { FillsStore } from './fills-store'
import type { Moment, Slot } from './ledger'
import { askerOf, type BringPorts, type PagePorts, type UserNamePorts, userNameIn } from './pages'
import { type PeekPorts, peekIfOpen } from './peek-if-open'
import { type Arrival, type ArrivalTurn, arrive, takeBack } from './prompts'
import { slotOf } from './slot'

/** Pages ask again after this at the latest: their timers do not go on for ever. */
const longestWaitMs = 60 * 60_000

/** What the toolbar button of a tab is to say. */
export type Mark = 'locked' | 'choose' | 'wait' | 'refused'

/** What filling on arrival needs from the outside. */
export interface ArrivalPorts
  extends PagePorts,
    PeekPorts,
    UserNamePorts,
    Pick<BringPorts, 'injectParts'> {
  readonly fills: FillsStore
  readonly wordsOf: typeof wordsOf
  /** Marks the toolbar button for a tab; null takes the mark away. */
  readonly mark: (tabId: number, mark: Mark | null) => Promise<void>
  /** A code went to this tab on arrival: from now on it matters whether the tab moves on. */
  readonly follow: (tabId: number) => void
  readonly enrolments: Enrolments
}

/** Answers a page's question for a code, and says on the toolbar button why there is none. */
export function createArrivalFill(ports: ArrivalPorts): Handler<'fill.request'> {
  return async (request, caller) => {
    const decision = await sendable(await decideFor(request, caller, ports), caller, ports)
    // The page does not wait for the button.
    if (caller.tabId !== null) void markFor(decision, caller.tabId, ports)
    return decision
  }
}

/** Notes that a page did not type the code that it got: coming back for one is no refusal then. */
export function createTakeBack(
  ports: PagePorts & Pick<ArrivalPorts, 'fills' | 'enrolments'>,
): Handler<'fill.unused'> {
  return async (_request, caller) => {
    const { tabId } = caller
    if (tabId === null) return null
    ports.enrolments.drop(tabId)
    const { place } = await askerOf(caller, ports)
    await ports.fills.amend((fills) => takeBack(fills, { tabId, place }))
    return null
  }
}

async function decideFor(
  { holds, ...room }: Request<'fill.request'>,
  caller: Caller,
  ports: ArrivalPorts,
): Promise<FillDecision> {
  const { tabId, documentId } = caller
  const { place, ...page } = await askerOf(caller, ports)
  const asker = { ...page, way: 'arrival', userName: null } as const
  if (!mayAsk(asker) || tabId === null) return { kind: 'nothing' }
  const [userName, document] = await Promise.all([
    userNameIn(tabId, page.origin, ports),
    peekIfOpen(ports),
  ])
  if (document === 'none') return { kind: 'nothing' }
  if (document === 'locked') return { kind: 'locked' }
  const accounts = accountsFor(page.origin, document, ports.now())
  const decision = decide({ ...asker, userName }, accounts, ports.registrableDomain)
  if (decision.kind !== 'code') return decision
  // What is written nowhere must not use up a step: boxes may still be coming, one by one.
  if (!isRoomFor(room, digitsOf(decision.account.parameters))) return { kind: 'nothing' }
  const nowMs = ports.now()
  const moment = { nowMs, codeMs: codeTimeMs(document, nowMs) }
  return handOut(decision, { tabId, documentId, place, holds, origin: page.origin }, moment, ports)
}

/** A code is to be sent only where what sends it could be brought. */
async function sendable(
  decision: FillDecision,
  { tabId, documentId }: Caller,
  ports: ArrivalPorts,
): Promise<FillDecision> {
  if (decision.kind !== 'code' || !decision.submit || tabId === null) return decision
  return { ...decision, submit: await bringSender(tabId, documentId, ports) }
}

/** Where one is being set up, the older account of the site has no part in it. */
function accountsFor(origin: string, { accounts }: VaultDocument, nowMs: number) {
  const account = setUpNow(accounts, origin, nowMs)
  return account === null ? accounts : [account]
}

/** A prompt that asks on arrival. */
interface Asking extends Pick<Arrival, 'tabId' | 'place' | 'holds'> {
  readonly documentId: string | null
  readonly origin: string
}

// Written down before it leaves: see [Note: Never twice].
async function handOut(
  { account, site }: Bound,
  prompt: Asking,
  moment: Moment,
  ports: ArrivalPorts,
): Promise<FillDecision> {
  const { parameters } = account
  const slot = await slotOf(parameters)
  if (slot === null) return { kind: 'choose' }
  const turn = await arrivalTurn({ ...prompt, ...slot }, null, moment, ports)
  if (turn.kind === 'wait') return { kind: 'wait', forMs: Math.min(turn.forMs, longestWaitMs) }
  if (turn.kind !== 'free') return turn
  ports.follow(prompt.tabId)
  ports.enrolments.follow({ tabId: prompt.tabId, origin: prompt.origin, account })
  // A second code in a row is sent by whoever looked at what became of the first.
  const submit = site.submit === true && turn.isFirst && !isUnconfirmed(account)
  const forMs = msLeft(moment.codeMs, slot.period)
  return { kind: 'code', code: codeAt(parameters, moment.codeMs), forMs, submit }
}

/** Decides, and looks at what the page says where that matters. */
async function arrivalTurn(
  asking: Asking & Slot,
  saysRefused: boolean | null,
  moment: Moment,
  ports: ArrivalPorts,
): Promise<Exclude<ArrivalTurn, { readonly kind: 'back' }>> {
  const turn = await ports.fills.change(moment.codeMs, (fills) =>
    arrive(fills, { ...asking, saysRefused }, moment),
  )
  if (turn.kind !== 'back') return turn
  return arrivalTurn(asking, await isRefusing(asking, ports), moment, ports)
}

/** The page's own word, which can only keep a code from it. */
async function isRefusing({ tabId, documentId }: Asking, ports: ArrivalPorts): Promise<boolean> {
  if (documentId === null) return false
  const words = await ports.wordsOf(tabId, documentId).catch(() => null)
  return words !== null && soundsRefused(words)
}

async function markFor(decision: FillDecision, tabId: number, ports: ArrivalPorts): Promise<void> {
  if (decision.kind === 'nothing') return
  await ports.mark(tabId, decision.kind === 'code' ? null : decision.kind).catch(() => undefined)
}
