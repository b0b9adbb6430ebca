import type { Clearer } from '@/utils/platform/clipboard/clearer'
import type { ClipboardDue, LastCopy } from '@/utils/storage/clipboard-due'
import { longestClipboardSeconds } from '@/utils/vault/clipboard-seconds'

/** What emptying the clipboard in time needs from the outside. */
export interface ClipboardPorts {
  readonly clearer: Clearer
  readonly due: ClipboardDue
  readonly lastCopy: LastCopy
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly setAlarm: (atMs: number) => Promise<void>
  readonly clearAlarm: () => Promise<void>
  readonly onAlarm: (listener: () => void) => void
  readonly exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>
}

/** Keeping track of what our pages put on the clipboard. */
export interface ClipboardWatch {
  /**
   * Something was copied at `atMs`, which may be heard of late: emptied `seconds` after it, whatever
   * was due before; 0: not at all. Nothing is done where it was heard of before, or something that
   * was copied later.
   */
  copied(seconds: number, atMs: number): Promise<void>
  /** What was due at `dueMs` is done; a later copy is not. */
  cleared(dueMs: number): Promise<void>
  /** Empties the clipboard if it is still to be emptied. */
  clearNow(): Promise<void>
}

/** The alarm rings after the clearer's own clock: for computers that slept, where that one stood. */
const alarmDelayMs = 1000
/** What could not be emptied is tried again after this: Chromium rings no sooner. */
const retryMs = 30_000

/**
 * Empties the clipboard in time, with no page open and the background stopped in between. When it
 * is due lies in storage; what was overdue when the browser closed is done at the next start.
 * Listens at once.
 */
export function watchClipboard(ports: ClipboardPorts): ClipboardWatch {
  const alone = (work: () => Promise<void>) => ports.exclusively('clipboard', work)
  ports.onAlarm(() => void alone(() => check(ports)))
  void alone(() => resume(ports))
  return {
    copied: (seconds, atMs) => alone(() => schedule(seconds, atMs, ports)),
    cleared: (dueMs) =>
      alone(async () => {
        if ((await ports.due.read()) === dueMs) await forget(ports)
      }),
    clearNow: () => alone(() => clear(ports)),
  }
}

async function schedule(seconds: number, atMs: number, ports: ClipboardPorts): Promise<void> {
  if (await isKnown(atMs, ports)) return
  await (seconds === 0 ? leave(ports) : plan(seconds, atMs, ports))
  // Once all is done: what was cut off is done anew. Where there is no room for it, it is done twice.
  await ports.lastCopy.write(atMs).catch(() => undefined)
}

/** It was heard of before, or a later one was. After a clock was set back nothing is known. */
async function isKnown(atMs: number, { lastCopy, now }: ClipboardPorts): Promise<boolean> {
  const lastMs = await lastCopy.read()
  return lastMs !== null && atMs <= lastMs && lastMs <= now()
}

async function leave(ports: ClipboardPorts): Promise<void> {
  await forget(ports)
  await ports.clearer.cancel()
}

async function plan(seconds: number, atMs: number, ports: ClipboardPorts): Promise<void> {
  // A clock that was set back meanwhile makes it no longer.
  await ports.due.write(Math.min(atMs, ports.now()) + seconds * 1000)
  await check(ports)
}

// A clearer that cannot wait now must not cost the alarm, too.
async function arm(dueMs: number, { clearer, setAlarm }: ClipboardPorts): Promise<void> {
  const hasOwnClock = await clearer.later(dueMs).catch(() => false)
  await setAlarm(hasOwnClock ? dueMs + alarmDelayMs : dueMs)
}

/** The background started: for what reason is not known, and perhaps after a reload. */
async function resume(ports: ClipboardPorts): Promise<void> {
  if (!(await ports.clearer.waits())) await check(ports)
}

async function check(ports: ClipboardPorts): Promise<void> {
  const dueMs = await ports.due.read()
  if (dueMs === null) return
  const leftMs = dueMs - ports.now()
  // More than anybody can have asked for: the clock was set back.
  const isDue = leftMs <= 0 || leftMs > longestClipboardSeconds * 1000
  await (isDue ? clear(ports) : arm(dueMs, ports))
}

async function clear(ports: ClipboardPorts): Promise<void> {
  if ((await ports.due.read()) === null) return
  try {
    await ports.clearer.now()
  } catch (error) {
    await ports.setAlarm(ports.now() + retryMs)
    throw error
  }
  await forget(ports)
}

async function forget({ due, clearAlarm }: ClipboardPorts): Promise<void> {
  await due.clear()
  await clearAlarm()
}
