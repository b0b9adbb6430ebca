import type { ChromiumWorker } from './chromium-worker'
import { sleep, waitUntil } from './waiting'
import type { Display } from './xvfb'

/**
 * Answers the permission prompt with real keys; it takes no others. No window, target or page
 * event tells of it, but the extension sees that its browser window has lost the focus to it.
 */
export async function answerChromiumPrompt(
  worker: ChromiumWorker,
  display: Display | null,
  isPopupOpen: () => boolean,
  answer: 'accept' | 'dismiss',
): Promise<void> {
  if (!display) throw new Error('answering prompts needs launch(..., { prompts: true })')
  await waitUntil('the permission prompt', async () => {
    // An open popup has the focus too, and keys for a prompt would go to it.
    if (isPopupOpen() || (await isWindowFocused(worker))) return false
    await sleep(300)
    return !(await isWindowFocused(worker))
  })
  // Chromium ignores what comes within half a second of showing a prompt.
  await sleep(500)
  // The button in focus is the one that refuses.
  await display.pressKeys(...(answer === 'accept' ? ['Tab', 'Return'] : ['Escape']))
  await waitUntil('the prompt to go away', () => isWindowFocused(worker))
}

function isWindowFocused(worker: ChromiumWorker): Promise<boolean> {
  return worker.evaluate(async () => {
    const windows = await chrome.windows.getAll()
    return windows.some(({ focused }) => focused)
  })
}

/** The little of the extension API that runs in the worker on the driver's behalf. */
declare const chrome: {
  readonly windows: { getAll(): Promise<{ readonly focused: boolean }[]> }
}
