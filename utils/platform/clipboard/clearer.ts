import { AppError } from '@/utils/errors/app-error'
import { hearEmptied } from './emptied'
import { emptyByWriting } from './empty-clipboard'

/** What can empty the clipboard when no page of ours is open. */
export interface Clearer {
  /** Empties it now; done when the promise is. Throws `clipboard-denied`. */
  now(): Promise<void>
  /** Empties it at `dueMs`, in place of an earlier time. False where only `now` can be had. */
  later(dueMs: number): Promise<boolean>
  /** Whether `later` still has it in hand. */
  waits(): Promise<boolean>
  /** Forgets what `later` was told. */
  cancel(): Promise<void>
}

interface Offscreen {
  createDocument(options: {
    readonly url: string
    readonly reasons: readonly string[]
    readonly justification: string
  }): Promise<void>
  closeDocument(): Promise<void>
}

interface ChromiumApi {
  readonly offscreen?: Offscreen
  readonly runtime: {
    getContexts(filter: { readonly contextTypes: readonly string[] }): Promise<readonly unknown[]>
  }
}

declare const chrome: ChromiumApi

/** The one this browser has. */
export function createClearer(): Clearer {
  const { offscreen } = chrome
  return offscreen === undefined ? eventPageClearer : offscreenClearer(offscreen)
}

/** Firefox: the event page may write itself; an alarm wakes it. */
const eventPageClearer: Clearer = {
  now: emptyByWriting,
  later: async () => false,
  waits: async () => false,
  cancel: async () => {},
}

/**
 * Chromium: a service worker has no clipboard and is stopped after 30 seconds. A document without a
 * window has a clock of its own; the time is in its address, so that nothing need be sent to it.
 */
function offscreenClearer(offscreen: Offscreen): Clearer {
  const waits = async () => {
    const open = await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })
    return open.length > 0
  }
  const cancel = async () => {
    // It may close itself between the two.
    if (await waits()) await offscreen.closeDocument().catch(() => {})
  }
  const later = async (dueMs: number) => {
    await cancel()
    await offscreen.createDocument({
      url: `/offscreen.html?due=${dueMs}`,
      reasons: ['CLIPBOARD'],
      justification: 'empties the clipboard some time after a code was copied',
    })
    return true
  }
  // What is due already is done while the document loads.
  const now = async () => {
    const emptied = hearEmptied()
    await later(0)
    if (!(await emptied)) throw new AppError('clipboard-denied')
  }
  return { now, later, waits, cancel }
}
