import type { RunMark } from '@/utils/storage/run-mark'
import type { Vault } from '@/utils/vault/vault'

/*
 * [Note: Hard lock]
 *
 * Forgetting the key leaves copies in memory: of the key, of what it opened, of codes. Only the end
 * of the processes ends them, so that a locked vault is followed by a reload of the extension. It
 * waits until none of our pages is open, for a reload would close them. Nothing is remembered
 * here: the mark of a key that was held lies in storage.session, set by unlocking and emptied by
 * the reload, so that there is never a second one.
 *
 * [Note: Updates]
 *
 * An update ends everything as the reload does, pages and the key session too. Left to itself
 * Chromium takes it when the extension is idle and Firefox at once, in the middle of whatever
 * somebody does. Hearing of it makes both wait for our reload or the browser's next start: the
 * update is taken with the hard lock, or at once if the vault is locked and no page is open. What
 * was being typed lies sealed on the disk by then.
 */

/** What the hard lock needs from the outside. */
export interface HardLockPorts {
  readonly vault: Pick<Vault, 'status'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Whether this run has held a key. */
  readonly heldKey: RunMark
  /** Whether an update waits for our reload. */
  readonly updateWaits: RunMark
  /** How many of our pages are open. */
  readonly openPages: () => Promise<number>
  /** Finishes what must not be cut off. That it fails does not keep us from locking. */
  readonly beforeReload: () => Promise<void>
  /** Runs work when no request is being answered; false if that does not come soon. */
  readonly whenIdle: (work: () => Promise<boolean>) => Promise<boolean>
  readonly reload: () => void
  /** Has the background woken now and then, until `stopLooking`, to try again. */
  readonly keepLooking: () => Promise<void>
  readonly stopLooking: () => Promise<void>
  readonly sleep: (ms: number) => Promise<void>
}

/** A page that closes is still counted for a moment. */
const lastPageGoneMs = [300, 1_000, 3_000]

/**
 * Reloads the extension if the vault is locked, something was unlocked in this run or an update
 * waits, and no page of ours is open; while one is, or a request is being answered for long, it is
 * tried again later ([Note: Hard lock]). Whether it does.
 */
export async function hardLock(ports: HardLockPorts): Promise<boolean> {
  if (!(await isDue(ports))) {
    await ports.stopLooking()
    return false
  }
  await ports.keepLooking()
  if ((await ports.openPages()) > 0) return false
  await ports.beforeReload().catch(ignore)
  return await ports.whenIdle(async () => {
    // Somebody may have opened a page and unlocked meanwhile.
    if (!(await isDue(ports)) || (await ports.openPages()) > 0) return false
    await ports.heldKey.clear()
    await ports.updateWaits.clear()
    ports.reload()
    return true
  })
}

/** An update is there: [Note: Updates]. */
export async function updateCame(ports: HardLockPorts): Promise<void> {
  await ports.updateWaits.set()
  await hardLock(ports)
}

/** A page of ours is closing while the vault is locked: it may have been the last one. */
export async function pageClosed(ports: HardLockPorts): Promise<void> {
  for (const ms of lastPageGoneMs) {
    await ports.sleep(ms)
    await hardLock(ports)
  }
}

async function isDue({ heldKey, updateWaits, vault, now }: HardLockPorts): Promise<boolean> {
  const isWanted = (await heldKey.isSet()) || (await updateWaits.isSet())
  return isWanted && (await vault.status(now())) !== 'unlocked'
}

function ignore(): void {}
