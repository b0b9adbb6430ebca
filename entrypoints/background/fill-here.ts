import { AppError } from '@/utils/errors/app-error'
import type { ContentCommand, ContentReply, FillResult, Request } from '@/utils/messages/contract'
import type { Handler } from '@/utils/messages/listen'
import { codeAt } from '@/utils/otp/code'
import type { MeasuredDocument } from '@/utils/platform/scripting'
import type { RegistrableDomain } from '@/utils/sites/domain'
import { siteFor } from '@/utils/sites/match'
import { hostOf, parseOrigin } from '@/utils/sites/origin'
import { accountById, advanceCounter } from '@/utils/vault/accounts'
import { codeTimeMs } from '@/utils/vault/code-time'
import type { Account, VaultDocument } from '@/utils/vault/document'
import type { Vault } from '@/utils/vault/vault'
import type { FillsStore } from './fills-store'
import { slotOf } from './slot'
import { takeTurn } from './user-turn'

/** What filling on the user's wish needs from the outside. */
export interface FillHerePorts {
  readonly vault: Pick<Vault, 'read' | 'peek' | 'change'>
  readonly fills: FillsStore
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Resolves after so many milliseconds; the background stays until then. */
  readonly sleep: (forMs: number) => Promise<void>
  /** Runs work that a reload of ours waits for: not the waiting itself. */
  readonly undisturbed: <T>(work: () => Promise<T>) => Promise<T>
  readonly registrableDomain: RegistrableDomain
  readonly measureDocument: (tabId: number) => Promise<MeasuredDocument>
  readonly injectFill: (tabId: number, documentId: string) => Promise<void>
  readonly sendToDocument: (
    tabId: number,
    documentId: string,
    command: ContentCommand,
  ) => Promise<ContentReply | null>
  /** Takes the mark of the toolbar button away. */
  readonly unmark: (tabId: number) => Promise<void>
}

/** Where a fill goes, as far as it was checked. */
interface Aim {
  readonly kind: 'aim'
  readonly tabId: number
  readonly documentId: string
  readonly document: VaultDocument
  readonly account: Account
}

/** A fill that waits for its turn: what it began with. */
interface Began {
  readonly kind: 'began'
  readonly documentId: string
  readonly count: number
  readonly forMs: number
}

/**
 * Writes the code of an account into the page of a tab because the user asked for it. The
 * document is measured first, in itself; the code goes to that one document and to no other:
 * where the tab has navigated meanwhile, nobody gets it. A code that was typed already, or is
 * about to change, has to wait for the next ([Note: Never twice]), unless the user insists.
 * Throws `page-off-limits`, `page-silent`, `vault-locked`, `account-missing`.
 */
export function createFillHere(ports: FillHerePorts): Handler<'fill.here'> {
  const fill = async (request: Request<'fill.here'>, before: Began | null): Promise<FillResult> => {
    const step = await ports.undisturbed(() => attempt(request, before, ports))
    if (step.kind !== 'began') return step
    await ports.sleep(step.forMs)
    return fill(request, step)
  }
  return (request) => fill(request, null)
}

async function attempt(
  { tabId, accountId, when }: Request<'fill.here'>,
  began: Began | null,
  ports: FillHerePorts,
): Promise<FillResult | Began> {
  const aim = await takeAim(tabId, accountId, began !== null, ports)
  if (aim.kind !== 'aim') return aim
  if (began !== null && began.documentId !== aim.documentId) return { kind: 'no-field' }
  // Asked first: a code that is written nowhere must not use up a counter or a step.
  if (!(await hasField(aim, ports))) return { kind: 'no-field' }
  const { parameters } = aim.account
  const slot = await slotOf(parameters)
  if (slot === null) return write(aim, await countedCode(aim, ports), ports)
  const codeMs = codeTimeMs(aim.document, ports.now())
  const asked = { slot, codeMs, tabId, isUrgent: when === 'now', expectedCount: began?.count }
  const turn = await ports.fills.change(codeMs, (all) => takeTurn(all, asked))
  if (turn.kind === 'free') return write(aim, codeAt(parameters, codeMs), ports)
  if (turn.kind !== 'wait') return turn
  const { wait, forMs, count } = turn
  if (when !== 'wait' || wait.isLong) return wait
  return { kind: 'began', documentId: aim.documentId, count, forMs }
}

async function takeAim(
  tabId: number,
  accountId: string,
  isWaiting: boolean,
  { vault, measureDocument, now, registrableDomain }: FillHerePorts,
): Promise<Aim | Extract<FillResult, { readonly kind: 'other-site' }>> {
  const { origin: measured, documentId } = await measureDocument(tabId)
  const origin = parseOrigin(measured)
  if (origin === null) throw new AppError('page-off-limits')
  const document = await (isWaiting ? vault.peek(now()) : vault.read(now()))
  const account = accountById(document, accountId)
  if (account.deletedAtMs !== null) throw new AppError('account-missing')
  const site = siteFor(origin, account.sites, registrableDomain)
  if (site === null || site.fill === 'never') return { kind: 'other-site', host: hostOf(origin) }
  return { kind: 'aim', tabId, documentId, document, account }
}

async function hasField({ tabId, documentId }: Aim, ports: FillHerePorts): Promise<boolean> {
  await ports.injectFill(tabId, documentId)
  return isYes(await ports.sendToDocument(tabId, documentId, { type: 'content.find' }))
}

async function write(
  { tabId, documentId }: Aim,
  code: string,
  { sendToDocument, unmark }: FillHerePorts,
): Promise<FillResult> {
  const written = isYes(await sendToDocument(tabId, documentId, { type: 'content.write', code }))
  if (!written) return { kind: 'no-field' }
  await unmark(tabId)
  return { kind: 'filled' }
}

function isYes(reply: ContentReply | null): boolean {
  if (reply === null) return false
  return 'found' in reply ? reply.found : reply.filled
}

// A counter moves before its code is shown: better one code skipped than one used twice.
async function countedCode({ account }: Aim, { vault, now }: FillHerePorts): Promise<string> {
  const saved = await vault.change(now(), (newest) => advanceCounter(newest, account.id))
  const { parameters } = accountById(saved, account.id)
  if (parameters.type !== 'hotp') throw new AppError('unexpected', 'a counter was replaced')
  return codeAt({ ...parameters, counter: parameters.counter - 1 }, now())
}
