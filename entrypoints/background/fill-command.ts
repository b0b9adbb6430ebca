import { toErrorCode } from '@/utils/errors/app-error'
import type { MeasuredDocument } from '@/utils/platform/scripting'
import type { UserAsk } from './aim'
import type { AskPagePorts } from './ask-page'
import type { Mark } from './fill'
import type { UserFill } from './user-fill'

/** What filling without the popup needs from the outside. */
export interface CommandPorts {
  readonly fill: UserFill
  /** Marks the toolbar button for a tab. */
  readonly mark: (tabId: number, mark: Mark) => Promise<void>
  /** Opens the popup; false where the browser does not let us. */
  readonly openPopup: () => Promise<boolean>
}

/** What pointing a field out needs besides. */
export interface PointPorts extends CommandPorts, AskPagePorts {
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
  else await ports.openPopup()
}

async function point(tabId: number, frameId: number, ports: PointPorts): Promise<boolean> {
  const { documentId } = await ports.measureDocument(tabId, frameId)
  await ports.injectFill(tabId, documentId, true)
  const reply = await ports.sendToDocument(tabId, documentId, { type: 'content.point' })
  return reply !== null && !('filled' in reply) && 'pointed' in reply && reply.pointed !== null
}

async function fillOrAsk(ask: UserAsk, { fill, mark, openPopup }: CommandPorts): Promise<void> {
  const { tabId } = ask
  const first = await fill(ask, 'ask').catch(failed)
  if (first.kind === 'filled') return
  if (first.kind === 'wait' && !first.isLong) {
    await mark(tabId, 'wait')
    const later = await fill(ask, 'wait').catch(() => null)
    if (later?.kind === 'filled') return
  }
  const isOpen = await openPopup()
  if (isOpen) return
  if (first.kind === 'choose' || first.kind === 'locked') await mark(tabId, first.kind)
}

function failed(failure: unknown): { readonly kind: 'locked' | 'failed' } {
  return { kind: toErrorCode(failure) === 'vault-locked' ? 'locked' : 'failed' }
}
