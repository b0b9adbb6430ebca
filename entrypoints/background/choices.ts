import type { MenuClick } from '@/utils/platform/menus'
import { choiceKeptMs } from '@/utils/storage/menu-choice'
import type { PointedPicture } from '@/utils/storage/pointed-picture'
import type { SelectedTextStore } from '@/utils/storage/selected-text'

/** What was chosen in a menu of a page for the popup to show. */
export type Choice = 'picture' | 'selection'

/** What handing a choice to the popup needs from the outside. */
export interface ChoicePorts {
  /** Opens the popup; false where the browser does not let us. */
  readonly openPopup: () => Promise<boolean>
  /** Marks the toolbar button for a tab: what was chosen waits there. */
  readonly markWaiting: (tabId: number, choice: Choice) => Promise<void>
  /** Has the marks taken away at this moment. */
  readonly unmarkAt: (atMs: number) => Promise<void>
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** What picking recovery codes on a page needs besides. */
export interface PickPorts extends ChoicePorts {
  readonly picked: Pick<SelectedTextStore, 'put'>
  /** What is selected in a frame, line by line; null where we may not ask. */
  readonly selectionInTab: (tabId: number, frameId: number) => Promise<string | null>
}

/** What reading a picture of a page needs besides. */
export interface ReadPorts extends ChoicePorts {
  readonly pointPicture: (pointed: PointedPicture, nowMs: number) => Promise<void>
}

/** UTF-16 units: more is no list of codes. */
const longestSelection = 50_000

/**
 * The user chose "Keep as recovery codes" for what is selected on a page: the popup opens with it.
 * The browser's own word comes first, which is there at once and from every frame; the page's takes
 * its place where it can be asked, as that has the lines.
 */
export async function pickRecoveryCodes(
  { tabId, frameId, selection }: Pick<MenuClick, 'tabId' | 'frameId' | 'selection'>,
  ports: PickPorts,
): Promise<void> {
  // Firefox opens it straight from the click only: nothing is awaited before.
  const opened = ports.openPopup()
  const put = (text: string) =>
    ports.picked.put({ tabId, text: text.slice(0, longestSelection), atMs: ports.now() })
  await put(selection)
  const lines = await ports.selectionInTab(tabId, frameId)
  if (lines !== null) await put(lines)
  if (!(await opened)) await wait(tabId, 'selection', ports)
}

/** The user chose "Read this code" for a picture on a page: the popup opens and reads it. */
export async function readPicture(
  { tabId, frameId, picture }: Pick<MenuClick, 'tabId' | 'frameId' | 'picture'>,
  ports: ReadPorts,
): Promise<void> {
  const pointed = { tabId, frameId, address: picture ?? '' }
  // What cannot be kept is read off the page all the same.
  await ports.pointPicture(pointed, ports.now()).catch(() => undefined)
  if (!(await ports.openPopup())) await wait(tabId, 'picture', ports)
}

/** The one place where we can say that the popup has something for the user: its own button. */
async function wait(tabId: number, choice: Choice, ports: ChoicePorts): Promise<void> {
  await ports.markWaiting(tabId, choice)
  await ports.unmarkAt(ports.now() + choiceKeptMs)
}
