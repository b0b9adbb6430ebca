import { fromBase64, toBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import { wipe } from '@/utils/bytes/wipe'
import { AppError } from '@/utils/errors/app-error'
import type { Settings } from './document'
import type { KeySession, VaultPorts } from './vault'

/*
 * [Note: Deadline]
 *
 * The unlocked key lies in the browser's memory beside the moment of its last use and a deadline.
 * Both are checked at every use; alarms only help to be in time. Use moves the deadline. A clock
 * that stands more than a minute before the last use was set back, and the time since is unknown:
 * locked. Every write happens under one lock and only while the same key is still there, so that
 * a use which overlaps a lock never brings the key back.
 */

/** Pages that started together may end in another order; that much is no clock set back. */
const clockSlackMs = 60_000
/** A deadline that moves by less is not written: every write wakes every page. */
const worthWritingMs = 1_000
const msPerMinute = 60_000
const lockName = 'vault-session'

/** Whether the session may still be used at `nowMs`. */
export function isAlive(session: KeySession, nowMs: number): boolean {
  return nowMs < session.deadlineMs && nowMs >= session.usedAtMs - clockSlackMs
}

/** The session if it is alive; a dead one is cleared. */
export async function liveSession(ports: VaultPorts, nowMs: number): Promise<KeySession | null> {
  const session = await ports.session.read()
  if (session === null) return null
  if (isAlive(session, nowMs)) return session
  await endSession(ports, session)
  return null
}

/** The live session. Throws `vault-locked`. */
export async function requireSession(ports: VaultPorts, nowMs: number): Promise<KeySession> {
  const session = await liveSession(ports, nowMs)
  if (session === null) throw new AppError('vault-locked')
  return session
}

/** What a session goes by. */
type LockSettings = Pick<Settings, 'lockAfterMinutes' | 'lockAtLatestMinutes'>

/** Begins a session: the vault is unlocked from here on. Nothing changes where `check` throws. */
export async function startSession(
  ports: VaultPorts,
  vaultId: string,
  dek: Bytes,
  nowMs: number,
  settings: LockSettings,
  check: () => Promise<void> = async () => {},
): Promise<void> {
  const limits = limitsOf(settings, nowMs, nowMs)
  const session = { vaultId, dek: toBase64(dek), unlockedAtMs: nowMs, usedAtMs: nowMs, ...limits }
  await ports.exclusively(lockName, async () => {
    await check()
    await ports.session.write(session)
  })
}

type Limits = Pick<KeySession, 'endMs' | 'deadlineMs'>

function limitsOf(settings: LockSettings, unlockedAtMs: number, usedAtMs: number): Limits {
  const { lockAfterMinutes, lockAtLatestMinutes } = settings
  const deadlineMs = usedAtMs + lockAfterMinutes * msPerMinute
  if (lockAtLatestMinutes === undefined) return { endMs: undefined, deadlineMs }
  const endMs = unlockedAtMs + lockAtLatestMinutes * msPerMinute
  return { endMs, deadlineMs: Math.min(deadlineMs, endMs) }
}

/** Ends `session`, or whichever there is. Another vault's or a newer key's session stays. */
export async function endSession(ports: VaultPorts, session?: KeySession): Promise<void> {
  await ports.exclusively(lockName, async () => {
    const current = await ports.session.read()
    if (session !== undefined && current?.dek !== session.dek) return
    await ports.session.clear()
  })
}

/**
 * Notes a use and moves the deadline, never beyond the session's end and only while the session
 * lasts. Without `settings` the time without use stays what it was. Gives what the session is now.
 */
export async function touchSession(
  ports: VaultPorts,
  session: KeySession,
  nowMs: number,
  settings?: LockSettings,
): Promise<KeySession> {
  const moved = touched(session, nowMs, settings)
  if (!isWorthWriting(session, moved)) return session
  await ports.exclusively(lockName, async () => {
    const current = await ports.session.read()
    if (current?.dek !== session.dek) return
    await ports.session.write(touched(current, nowMs, settings))
  })
  return moved
}

function isWorthWriting(before: KeySession, after: KeySession): boolean {
  const movedMs = Math.abs(after.deadlineMs - before.deadlineMs)
  return movedMs >= worthWritingMs || after.endMs !== before.endMs
}

function touched(session: KeySession, nowMs: number, settings?: LockSettings): KeySession {
  const usedAtMs = Math.max(nowMs, session.usedAtMs)
  const limits =
    settings === undefined
      ? movedLimits(session, usedAtMs)
      : limitsOf(settings, session.unlockedAtMs, usedAtMs)
  return { ...session, usedAtMs, ...limits }
}

function movedLimits({ endMs, deadlineMs, usedAtMs }: KeySession, toMs: number): Limits {
  return { endMs, deadlineMs: Math.min(toMs + deadlineMs - usedAtMs, endMs ?? Infinity) }
}

/** Lends the session's key to `work` and wipes the copy afterwards. */
export async function withDek<T>(
  session: KeySession,
  work: (dek: Bytes) => Promise<T>,
): Promise<T> {
  const dek = fromBase64(session.dek, 'vault-locked')
  try {
    return await work(dek)
  } finally {
    wipe(dek)
  }
}
