import { onAlarm, setAlarm } from '@/utils/platform/alarms'
import { onCommand, openPopup } from '@/utils/platform/extension'
import { onMenu } from '@/utils/platform/menus'
import { selectionInTab } from '@/utils/platform/page-text/text-in-tab'
import { pointPicture } from '@/utils/storage/pointed-picture'
import { createSelectedText } from '@/utils/storage/selected-text'
import { type ChoicePorts, pickRecoveryCodes, readPicture } from './choices'
import { markWaiting, unmarkWaiting } from './marks'

const unmarkAlarm = 'unmark'

const choices: ChoicePorts = {
  openPopup,
  markWaiting,
  unmarkAt: (atMs) => setAlarm(unmarkAlarm, atMs),
  now: () => Date.now(),
}

/**
 * Reads the page on the shortcut, and what was chosen in its menus: a picture, or a text with
 * recovery codes. The popup opens, which does it. The click lets it into the page, as one on the
 * toolbar button does.
 */
export function scanOnCommand(): void {
  const picked = createSelectedText()
  onCommand('scan', () => void openPopup())
  onMenu('read', (click) => void readPicture(click, { ...choices, pointPicture }))
  onMenu(
    'recovery',
    (click) => void pickRecoveryCodes(click, { ...choices, picked, selectionInTab }),
  )
  onAlarm(unmarkAlarm, () => void unmarkWaiting())
}
