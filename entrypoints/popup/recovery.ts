import type { RecoveryServices } from '@/components/screens/popup/services'
import { sendRequest } from '@/utils/messages/send'
import { textInTab } from '@/utils/platform/page-text/text-in-tab'
import { createSelectedText } from '@/utils/storage/selected-text'

/** What recovery codes need of the browser, fetched when it is asked for. */
export const recovery: RecoveryServices = {
  pageText: textInTab,
  picked: createSelectedText(),
  fill: (tabId, accountId) => sendRequest({ type: 'fill.recovery', tabId, accountId }),
}
