import { toErrorCode } from '@/utils/errors/app-error'
import { soundsRefused } from '@/utils/fields/refusal'
import type { wordsOf } from '@/utils/platform/page-words'
import type { MeasuredFrame } from '@/utils/platform/scripting'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { confirmEnrolment, noteFilled } from '@/utils/vault/enrolment'
import { isUnconfirmed } from '@/utils/vault/unconfirmed'
import type { Vault } from '@/utils/vault/vault'
import type { AimPorts } from './aim'
import { askPage } from './ask-page'
import { fieldOn } from './pointed'

/** What following an enrolment needs from the outside. */
export interface EnrolPorts
  extends Pick<AimPorts, 'measureFrames' | 'askDocument' | 'injectFill' | 'registrableDomain'> {
  /** Looking must not count as use: pages would keep the vault open. */
  readonly vault: Pick<Vault, 'peek' | 'change'>
  readonly wordsOf: typeof wordsOf
  /** The site took the code: a prompt that comes next in this tab is a new one. */
  readonly taken: (tabId: number) => Promise<void>
  /** Resolves after so many milliseconds; the background stays until then. */
  readonly sleep: (forMs: number) => Promise<void>
  /** Runs work that a reload of ours waits for. */
  readonly undisturbed: <T>(work: () => Promise<T>) => Promise<T>
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** A code that was filled. */
export interface FilledCode {
  readonly tabId: number
  /** Of the document that got it, measured. */
  readonly origin: string
  readonly account: Account
}

/** Follows what becomes of the codes of unconfirmed accounts. */
export interface Enrolments {
  /** A code was filled. Nothing happens for an account that is confirmed. */
  readonly follow: (filled: FilledCode) => void
  /** The code for this tab was not typed after all. */
  readonly drop: (tabId: number) => void
}

/** A code is good for about so long, and so is what follows on it. */
const followedMs = 90_000
const lookEveryMs = 700
/** As often in a row, or the page was only busy in between. */
const calmLooks = 3
/** As often in a row, and the tab is somewhere that we may not see. */
const blindLooks = 5

/** What the documents of a site show. */
type Shown = 'asks' | 'calm' | 'unclear' | 'elsewhere' | 'over'

/**
 * Confirms an unconfirmed account when its site moves on after a fill.
 *
 * [Note: Moved on] The one sign there is: a code of it was filled by the one decision for fills,
 * then the documents of that very origin in that tab ask for no code any more, for a while, all
 * there, and without a word of a wrong code. We look ourselves, by the ids of documents; no message
 * of a page has a part in it. So a page can confirm what was enrolled and filled on its own origin
 * at most, which only takes a mark away: what an older account may be superseded by, and whether,
 * is for its owner ([Note: Enrolment]). Whatever is unclear (the tab went to another site, the
 * vault was locked, the background was stopped) leaves the account unconfirmed, and its owner says.
 */
export function createEnrolments(ports: EnrolPorts): Enrolments {
  const followed = new Map<number, FilledCode>()
  const follow = async (filled: FilledCode): Promise<void> => {
    const { tabId } = filled
    followed.set(tabId, filled)
    const isCurrent = () => followed.get(tabId) === filled
    if (filled.account.enrolment?.filledAtMs === undefined) await save(filled, noteFilled, ports)
    if ((await movesOn(filled, isCurrent, ports)) && isCurrent()) {
      if (await save(filled, confirmEnrolment, ports)) await ports.taken(tabId)
    }
    if (isCurrent()) followed.delete(tabId)
  }
  return {
    follow: (filled) => {
      if (isUnconfirmed(filled.account)) void follow(filled)
    },
    drop: (tabId) => void followed.delete(tabId),
  }
}

async function movesOn(
  filled: FilledCode,
  isCurrent: () => boolean,
  ports: EnrolPorts,
): Promise<boolean> {
  const endMs = ports.now() + followedMs
  let calm = 0
  let blind = 0
  while (isCurrent() && ports.now() < endMs) {
    await ports.sleep(lookEveryMs)
    const shown = await shownBy(filled, ports).catch(() => null)
    if (shown === 'elsewhere' || shown === 'over') return false
    calm = shown === 'calm' ? calm + 1 : 0
    blind = shown === null ? blind + 1 : 0
    if (calm === calmLooks) return true
    if (blind === blindLooks) return false
  }
  return false
}

async function shownBy(filled: FilledCode, ports: EnrolPorts): Promise<Shown> {
  const { tabId, origin, account } = filled
  const document = await ports.vault.peek(ports.now()).catch(endIfLocked)
  const known = document?.accounts.find(({ id }) => id === account.id)
  if (document === null || known === undefined || !isUnconfirmed(known)) return 'over'
  const frames = await ports.measureFrames(tabId)
  const own = frames.filter((frame) => frame.origin === origin)
  if (own.length === 0) return frames.length === 0 ? 'unclear' : 'elsewhere'
  const all = await Promise.all(own.map((frame) => shownIn(tabId, frame, document, ports)))
  if (all.includes('asks')) return 'asks'
  return all.every((each) => each === 'calm') ? 'calm' : 'unclear'
}

async function shownIn(
  tabId: number,
  { documentId, origin }: MeasuredFrame,
  { accounts }: VaultDocument,
  ports: EnrolPorts,
): Promise<'asks' | 'calm' | 'unclear'> {
  const field = fieldOn(origin, accounts, ports.registrableDomain)
  const asked = await askPage(tabId, documentId, { field }, ports)
  if (asked === null) return 'unclear'
  if (asked.prompt === 'authenticator' || asked.prompt === 'unknown') return 'asks'
  const words = await ports.wordsOf(tabId, documentId)
  return words?.isWhole && !soundsRefused(words) ? 'calm' : 'unclear'
}

function endIfLocked(failure: unknown): null {
  if (toErrorCode(failure) === 'vault-locked') return null
  throw failure
}

type Step = (document: VaultDocument, id: string, nowMs: number) => VaultDocument

async function save({ account }: FilledCode, step: Step, ports: EnrolPorts): Promise<boolean> {
  const nowMs = ports.now()
  const edit = (document: VaultDocument) => step(document, account.id, nowMs)
  // What cannot be saved stays as it is: its owner says so.
  const saved = await ports.undisturbed(() => ports.vault.change(nowMs, edit)).catch(() => null)
  return saved !== null
}
