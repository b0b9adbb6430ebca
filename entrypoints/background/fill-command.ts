import { type ErrorCode, toErrorCode } from '@/utils/errors/app-error'
import type { MeasuredDocument } from '@/utils/platform/scripting'
import type { UserAsk } from './aim'
import type { AskPagePorts, TellPagePorts } from './ask-page'
import type { Vain } from './marks'
import type { UserFill, UserFillResult } from './user-fill'

/** What filling without the popup needs from the outside. */
export interface CommandPorts {
  readonly fill: UserFill
  /** Marks the toolbar button for a tab; null takes the mark away. */
  readonly mark: (tabId: number, reason: Vain | null) => Promise<void>
  /** Marks it with an error. */
  readonly markFailed: (tabId: number, code: ErrorCode) => Promise<void>
  /** Opens the popup over the tab in front; false where the browser does not let us. */
  readonly openPopup: () => Promise<boolean>
  readonly isFrontTab: (tabId: number) => Promise<boolean>
}

/** What pointing a field out needs besides. */
export interface PointPorts extends CommandPorts, TellPagePorts, Pick<AskPagePorts, 'injectFill'> {
  readonly measureDocument: (tabId: number, frameId: number) => Promise<MeasuredDocument>
  /** Resolves after so many milliseconds; the background stays until then. */
  readonly sleep: (forMs: number) => Promise<void>
}

/** So long after a click we are let into its page for sure. */
const grantMs = 250

/** The user pressed the shortcut: fills what there is to fill, or has the popup tell why not. */
export async function fillByShortcut(tabId: number, ports: CommandPorts): Promise<void> {
  await fillOrAsk({ way: 'shortcut', tabId, accountId: null }, ports)
}

/**
 * The user chose "Fill one-time code here" in the context menu of a field: that very one is filled,
 * and remembered for the site once an account was filled into it.
 */
export async function fillByMenu(
  { tabId, frameId }: { readonly tabId: number; readonly frameId: number },
  ports: PointPorts,
): Promise<void> {
  const isPointed = await point(tabId, frameId, ports).catch(async () => {
    // Chromium now and then tells of the click before it lets us into the page.
    await ports.sleep(grantMs)
    return point(tabId, frameId, ports).catch(() => false)
  })
  if (isPointed) await fillOrAsk({ way: 'menu', tabId, accountId: null, frameId }, ports)
  else if (!(await ports.openPopup())) await ports.mark(tabId, 'no-field')
}

async function point(tabId: number, frameId: number, ports: PointPorts): Promise<boolean> {
  const { documentId } = await ports.measureDocument(tabId, frameId)
  await ports.injectFill(tabId, documentId, true)
  const reply = await ports.sendToDocument(tabId, documentId, { type: 'content.point' })
  return reply !== null && !('filled' in reply) && 'pointed' in reply && reply.pointed !== null
}

/** What came of a fill; `failed`: an error. */
type Outcome = UserFillResult | { readonly kind: 'failed'; readonly code: ErrorCode }

async function fillOrAsk(ask: UserAsk, ports: CommandPorts): Promise<void> {
  const outcome = await fillInTurn(ask, ports)
  if (outcome.kind === 'filled') return
  // The popup goes by the mark where it says whom it waits for.
  const isMarked = outcome.kind === 'choose'
  if (isMarked) await markVain(ask.tabId, outcome, ports)
  // Whoever went on to another tab, or closed this one, is told nothing over that one's page.
  const isOpen = (await ports.isFrontTab(ask.tabId)) && (await ports.openPopup())
  if (!isOpen && !isMarked) await markVain(ask.tabId, outcome, ports)
}

async function fillInTurn(ask: UserAsk, { fill, mark }: CommandPorts): Promise<Outcome> {
  const first = await fill(ask, 'ask').catch(failed)
  if (first.kind !== 'wait' || first.isLong) return first
  await mark(ask.tabId, 'wait')
  const later = await fill(ask, 'wait').catch(failed)
  // Filling takes it away itself.
  if (later.kind !== 'filled') await mark(ask.tabId, null)
  return later
}

function failed(failure: unknown): Outcome {
  return { kind: 'failed', code: toErrorCode(failure) }
}

/** The toolbar button is the one place left to say why nothing was filled. */
function markVain(
  tabId: number,
  outcome: Exclude<Outcome, { readonly kind: 'filled' }>,
  { mark, markFailed }: CommandPorts,
): Promise<void> {
  switch (outcome.kind) {
    case 'failed':
      return outcome.code === 'vault-locked'
        ? mark(tabId, 'locked')
        : markFailed(tabId, outcome.code)
    case 'choose':
      return mark(tabId, 'choose')
    case 'wait':
      return mark(tabId, outcome.isLong ? 'long-wait' : 'wait')
    case 'other-site':
    case 'other-frame':
      return mark(tabId, 'no-account')
    case 'other-prompt':
      return mark(tabId, outcome.prompt)
    case 'no-field':
      return mark(tabId, 'no-field')
    // It was typed on another page meanwhile.
    case 'overtaken':
      return mark(tabId, 'long-wait')
  }
}
