import type { FillDecision } from '@/utils/messages/contract'
import type { Handler } from '@/utils/messages/listen'
import type { Caller } from '@/utils/messages/sender'
import { codeAt } from '@/utils/otp/code'
import type { RegistrableDomain } from '@/utils/sites/domain'
import { parseOrigin } from '@/utils/sites/origin'
import { codeTimeMs } from '@/utils/vault/code-time'
import type { Vault } from '@/utils/vault/vault'
import { type Asker, decide, mayAsk } from './decide'

/** What the toolbar button of a tab is to say. */
export type Mark = 'locked' | 'choose'

/** What filling on arrival needs from the outside. */
export interface ArrivalPorts {
  /** Reading it must not count as use: a page that asks would keep the vault open for ever. */
  readonly vault: Pick<Vault, 'status' | 'read'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly registrableDomain: RegistrableDomain
  readonly isFrontTab: (tabId: number) => Promise<boolean>
  readonly hasOrigin: (origin: string) => Promise<boolean>
  /** Marks the toolbar button for a tab; null takes the mark away. */
  readonly mark: (tabId: number, mark: Mark | null) => Promise<void>
}

/** Answers a page's question for a code, and says on the toolbar button why there is none. */
export function createArrivalFill(ports: ArrivalPorts): Handler<'fill.request'> {
  return async (_request, caller) => {
    const decision = await decideFor(caller, ports)
    if (caller.tabId !== null) await markFor(decision, caller.tabId, ports)
    return decision
  }
}

async function decideFor(caller: Caller, ports: ArrivalPorts): Promise<FillDecision> {
  const asker = await askerOf(caller, ports)
  if (!mayAsk(asker)) return { kind: 'nothing' }
  const status = await ports.vault.status(ports.now())
  if (status !== 'unlocked') return { kind: status === 'locked' ? 'locked' : 'nothing' }
  const document = await ports.vault.read(ports.now())
  const decision = decide(asker, document.accounts, ports.registrableDomain)
  if (decision.kind !== 'code') return decision
  const { parameters } = decision.account
  return { kind: 'code', code: codeAt(parameters, codeTimeMs(document, ports.now())) }
}

async function askerOf({ origin, frameId, tabId }: Caller, ports: ArrivalPorts): Promise<Asker> {
  const known = tabId !== null && parseOrigin(origin) !== null
  const [isFront, isGranted] = known
    ? await Promise.all([ports.isFrontTab(tabId), ports.hasOrigin(origin)])
    : [false, false]
  return { origin, frameId, isFront, isGranted }
}

async function markFor(decision: FillDecision, tabId: number, ports: ArrivalPorts): Promise<void> {
  if (decision.kind === 'nothing') return
  await ports.mark(tabId, decision.kind === 'code' ? null : decision.kind)
}
