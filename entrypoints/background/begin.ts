import type { RunMark } from '@/utils/storage/run-mark'

/** What the start of a run needs from the outside. */
export interface BeginPorts {
  /** Set once everything is done that the start of a run asks for. */
  readonly begun: RunMark
  readonly restoreUnsaved: () => Promise<void>
  readonly welcomeAllSites: () => Promise<void>
  readonly syncSites: () => Promise<void>
}

/**
 * The background starts: for the first time in this run, or after it was stopped. One step that
 * fails does not hold up the other, and both are done again at the next start.
 */
export async function begin(ports: BeginPorts): Promise<void> {
  if (await ports.begun.isSet()) return await ports.syncSites()
  const steps = await Promise.allSettled([ports.restoreUnsaved(), ports.welcomeAllSites()])
  if (steps.every(({ status }) => status === 'fulfilled')) await ports.begun.set()
}
