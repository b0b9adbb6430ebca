import { AppError } from '@/utils/errors/app-error'
import type { FillResult, FillWhen } from '@/utils/messages/contract'
import { codeAt } from '@/utils/otp/code'
import { accountById, advanceCounter } from '@/utils/vault/accounts'
import { codeTimeMs } from '@/utils/vault/code-time'
import { parseField } from '@/utils/vault/field-description'
import { isUnconfirmed } from '@/utils/vault/unconfirmed'
import type { Vault } from '@/utils/vault/vault'
import { type Aim, type AimPorts, takeAim, type UserAsk } from './aim'
import type { TellPagePorts } from './ask-page'
import { bringSender } from './bring'
import type { Enrolments } from './enrol'
import type { FillsStore } from './fills-store'
import { lessonOf } from './lesson'
import type { BringPorts } from './pages'
import { slotOf } from './slot'
import { takeTurn } from './user-turn'

/** What filling on the user's wish needs from the outside. */
export interface UserFillPorts extends AimPorts, TellPagePorts, Pick<BringPorts, 'injectParts'> {
  readonly vault: Pick<Vault, 'read' | 'peek' | 'change'>
  readonly fills: FillsStore
  /** Resolves after so many milliseconds; the background stays until then. */
  readonly sleep: (forMs: number) => Promise<void>
  /** Runs work that a reload of ours waits for: not the waiting itself. */
  readonly undisturbed: <T>(work: () => Promise<T>) => Promise<T>
  /** Takes the mark of the toolbar button away. */
  readonly unmark: (tabId: number) => Promise<void>
  readonly enrolments: Pick<Enrolments, 'follow'>
}

/** What became of it; `choose`: several accounts fit, and none was named. */
export type UserFillResult = FillResult | { readonly kind: 'choose' }

/** Writes the code of an account into the page of a tab because the user asked for it. */
export type UserFill = (ask: UserAsk, when: FillWhen) => Promise<UserFillResult>

/** A fill that waits for its turn: what it began with. */
interface Began {
  readonly kind: 'began'
  readonly documentId: string
  readonly count: number
  readonly forMs: number
}

/**
 * Fills on the user's wish. Each document is measured first, in itself; the code goes to that one
 * document and to no other: where the tab has navigated meanwhile, nobody gets it. A code that was
 * typed already, or is about to change, has to wait for the next ([Note: Never twice]), unless the
 * user insists. Throws `page-off-limits`, `page-silent`, `vault-locked`, `account-missing`.
 */
export function createUserFill(ports: UserFillPorts): UserFill {
  const fill = async (
    ask: UserAsk,
    when: FillWhen,
    before: Began | null,
  ): Promise<UserFillResult> => {
    const step = await ports.undisturbed(() => attempt(ask, when, before, ports))
    if (step.kind !== 'began') return step
    await ports.sleep(step.forMs)
    return fill(ask, when, step)
  }
  return (ask, when) => fill(ask, when, null)
}

async function attempt(
  ask: UserAsk,
  when: FillWhen,
  began: Began | null,
  ports: UserFillPorts,
): Promise<UserFillResult | Began> {
  const { vault, now } = ports
  const reading = began === null ? vault.read(now()) : vault.peek(now())
  // Looked first: a code that is written nowhere must not use up a counter or a step.
  const aim = await takeAim(ask, reading, ports)
  if (aim.kind !== 'aim') return aim
  if (began !== null && began.documentId !== aim.documentId) return { kind: 'no-field' }
  const { parameters } = aim.account
  const slot = await slotOf(parameters)
  // Nothing tells a first code of a counter from a second one: it is never sent.
  if (slot === null) return write(ask, aim, await countedCode(aim, ports), false, ports)
  const codeMs = codeTimeMs(aim.document, now())
  const { tabId } = ask
  const asked = { slot, codeMs, tabId, isUrgent: when === 'now', expectedCount: began?.count }
  const turn = await ports.fills.change(codeMs, (all) => takeTurn(all, asked))
  if (turn.kind === 'free') {
    return write(ask, aim, codeAt(parameters, codeMs), turn.isFirst && when !== 'now', ports)
  }
  if (turn.kind !== 'wait') return turn
  const { wait, forMs, count } = turn
  if (when !== 'wait' || wait.isLong) return wait
  return { kind: 'began', documentId: aim.documentId, count, forMs }
}

async function write(
  ask: UserAsk,
  aim: Aim,
  code: string,
  maySubmit: boolean,
  ports: UserFillPorts,
): Promise<FillResult> {
  const { tabId, documentId, field, site } = aim
  const wantsSubmit = maySubmit && site.submit === true && !isUnconfirmed(aim.account)
  const submit = wantsSubmit && (await bringSender(tabId, documentId, ports))
  const command = { type: 'content.write', code, field, submit } as const
  const reply = await ports.sendToDocument(tabId, documentId, command)
  if (reply === null || !('filled' in reply) || !reply.filled) return { kind: 'no-field' }
  await Promise.all([ports.unmark(tabId), learn(ask, aim, reply.pointed, ports)])
  ports.enrolments.follow(aim)
  return { kind: 'filled' }
}

/** Remembers what this fill taught. It is done: what cannot be remembered does not undo it. */
async function learn(
  { way }: UserAsk,
  aim: Aim,
  pointed: object | null,
  { vault, now, registrableDomain }: UserFillPorts,
): Promise<void> {
  const taught = { way, pointed: parseField(pointed), nowMs: now(), registrableDomain }
  const lesson = lessonOf(aim, taught)
  if (lesson !== null) await vault.change(now(), lesson).catch(() => null)
}

// A counter moves before its code is shown: better one code skipped than one used twice.
async function countedCode({ account }: Aim, { vault, now }: UserFillPorts): Promise<string> {
  const saved = await vault.change(now(), (newest) => advanceCounter(newest, account.id))
  const { parameters } = accountById(saved, account.id)
  if (parameters.type !== 'hotp') throw new AppError('unexpected', 'a counter was replaced')
  return codeAt({ ...parameters, counter: parameters.counter - 1 }, now())
}
