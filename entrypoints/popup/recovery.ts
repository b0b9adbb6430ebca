import type { RecoveryServices } from '@/components/screens/popup/services'
import { sendRequest } from '@/utils/messages/send'
import { clearBadgeOf } from '@/utils/platform/badge'
import { textInTab } from '@/utils/platform/page-text/text-in-tab'
import { createSelectedText } from '@/utils/storage/selected-text'
import { waitingText } from '../pages/badge-texts'

const selected = createSelectedText()

/** What recovery codes need of the browser, fetched when it is asked for. */
export const recovery: RecoveryServices = {
  pageText: textInTab,
  picked: {
    ...selected,
    find: async (tabId, nowMs) => {
      // What waited there is shown from now on, or was dropped.
      void clearBadgeOf(tabId, waitingText)
      return await selected.find(tabId, nowMs)
    },
  },
  fill: (tabId, accountId) => sendRequest({ type: 'fill.recovery', tabId, accountId }),
}
