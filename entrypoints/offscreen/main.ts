import { sendRequest } from '@/utils/messages/send'
import { emptyByCommand } from '@/utils/platform/clipboard/empty-clipboard'

// Chromium's document without a window: empties the clipboard at the time in its address, then
// closes. Its clock runs whether the popup is open and the service worker awake or not.
const dueMs = Number(new URLSearchParams(location.search).get('due'))
const leftMs = dueMs - Date.now()

function clear(): void {
  emptyByCommand()
  const told = sendRequest({ type: 'clipboard.cleared', dueMs })
  void told.catch(() => {}).finally(() => window.close())
}

// What is due is done before the page counts as loaded: whoever opened it waits for that.
if (leftMs <= 0) clear()
else setTimeout(clear, leftMs)
