import { onCommand, openPopup } from '@/utils/platform/extension'
import { type MenuClick, onMenu } from '@/utils/platform/menus'
import { pointPicture } from '@/utils/storage/pointed-picture'

/**
 * Reads the page on the shortcut, and a picture from its context menu: the popup opens, which does
 * both. The click lets it into the page, as one on the toolbar button does.
 */
export function scanOnCommand(): void {
  onCommand('scan', () => void openPopup())
  onMenu('read', (click) => void readPicture(click))
}

async function readPicture({ tabId, frameId, picture }: MenuClick): Promise<void> {
  // What cannot be kept is read off the page all the same.
  await pointPicture({ tabId, frameId, address: picture ?? '' }, Date.now()).catch(() => undefined)
  await openPopup()
}
