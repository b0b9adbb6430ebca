import type { MenuClick } from '@/utils/platform/menus'
import type { SelectedTextStore } from '@/utils/storage/selected-text'

/** What picking recovery codes on a page needs from the outside. */
export interface PickPorts {
  readonly picked: Pick<SelectedTextStore, 'put'>
  /** What is selected in a frame, line by line; null where we may not ask. */
  readonly selectionInTab: (tabId: number, frameId: number) => Promise<string | null>
  /** Opens the popup; false where the browser does not let us. */
  readonly openPopup: () => Promise<boolean>
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/**
 * The user chose "Keep as recovery codes" for what is selected on a page: the popup opens with it.
 * The browser's own word comes first, which is there at once and from every frame; the page's takes
 * its place where it can be asked, as that has the lines.
 */
export async function pickRecoveryCodes(
  { tabId, frameId, selection }: Pick<MenuClick, 'tabId' | 'frameId' | 'selection'>,
  { picked, selectionInTab, openPopup, now }: PickPorts,
): Promise<void> {
  // Firefox opens it straight from the click only: nothing is awaited before.
  const opened = openPopup()
  const put = async (text: string | null) => {
    if (text) await picked.put({ tabId, text, atMs: now() })
  }
  await put(selection)
  await put(await selectionInTab(tabId, frameId))
  await opened
}
