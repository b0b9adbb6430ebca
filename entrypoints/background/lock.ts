import type { KeySession, Vault } from '@/utils/vault/vault'

/** What locking on time needs from the outside. */
export interface LockPorts {
  readonly vault: Pick<Vault, 'status' | 'lock'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly readSession: () => Promise<KeySession | null>
  readonly onSessionChange: (
    listener: (session: KeySession | null, before: KeySession | null) => void,
  ) => void
  readonly setAlarm: (atMs: number) => Promise<void>
  readonly clearAlarm: () => Promise<void>
  readonly onAlarm: (listener: () => void) => void
  readonly onScreenLocked: (listener: () => void) => void
  /** Called when the vault was unlocked or locked, not when only the deadline moved. */
  readonly onTurn: () => Promise<void>
}

/**
 * Locks the vault at its deadline and with the screen. The deadline beside the key is the rule
 * ([Note: Deadline]); the alarm only helps to be in time, so it is set again whenever the
 * background starts and the deadline moves. Listens at once; returns when the start is done.
 */
export async function keepLocked(ports: LockPorts): Promise<void> {
  const check = async () => {
    // Asking for the status ends a session that is past its deadline.
    await ports.vault.status(ports.now())
    await follow(await ports.readSession(), ports)
  }
  ports.onAlarm(() => void check())
  ports.onScreenLocked(() => void ports.vault.lock())
  ports.onSessionChange((session, before) => {
    void follow(session, ports)
    if ((session === null) !== (before === null)) void ports.onTurn()
  })
  await check()
}

async function follow(session: KeySession | null, ports: LockPorts): Promise<void> {
  if (session === null) await ports.clearAlarm()
  else await ports.setAlarm(session.deadlineMs)
}
