import { sendRequest } from '@/utils/messages/send'
import { tellEmptied } from '@/utils/platform/clipboard/emptied'
import { emptyByCommand } from '@/utils/platform/clipboard/empty-clipboard'

// Chromium's document without a window: empties the clipboard at the time in its address, then
// closes. Its clock runs whether the popup is open and the service worker awake or not.
const dueMs = Number(new URLSearchParams(location.search).get('due'))
const leftMs = dueMs - Date.now()

function clear(): void {
  const isEmptied = emptyByCommand()
  tellEmptied(isEmptied)
  // What could not be emptied stays due: the alarm has it tried again.
  const told = isEmptied ? sendRequest({ type: 'clipboard.cleared', dueMs }) : Promise.resolve()
  void told.catch(() => {}).finally(() => window.close())
}

// What is due is done before the page counts as loaded: whoever opened it waits for that.
if (leftMs <= 0) clear()
else setTimeout(clear, leftMs)
