import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keepLocked, type LockPorts } from '@/entrypoints/background/lock'
import type { KeySession } from '@/utils/vault/vault'

const sessionUntil = (deadlineMs: number): KeySession => ({
  vaultId: 'v',
  dek: 'AA==',
  unlockedAtMs: 0,
  usedAtMs: 0,
  deadlineMs,
})

let session: KeySession | null
let nowMs: number
const heard = new Map<string, (...of: never[]) => void>()
const lock = vi.fn(async () => change(null))
const setAlarm = vi.fn<LockPorts['setAlarm']>()
const clearAlarm = vi.fn<LockPorts['clearAlarm']>()
const onTurn = vi.fn<LockPorts['onTurn']>()

const ports: LockPorts = {
  vault: {
    status: async (atMs) => {
      if (session !== null && atMs >= session.deadlineMs) change(null)
      return session === null ? 'locked' : 'unlocked'
    },
    lock,
  },
  now: () => nowMs,
  readSession: async () => session,
  onSessionChange: (listener) => void heard.set('session', listener),
  setAlarm,
  clearAlarm,
  onAlarm: (listener) => void heard.set('alarm', listener),
  onScreenLocked: (listener) => void heard.set('screen', listener),
  onTurn,
}

function change(to: KeySession | null) {
  const before = session
  session = to
  const listener = heard.get('session') as
    | ((session: KeySession | null, before: KeySession | null) => void)
    | undefined
  listener?.(to, before)
}

beforeEach(() => {
  vi.clearAllMocks()
  heard.clear()
  session = null
  nowMs = 1_000
})

describe('keepLocked', () => {
  it('listens before anything is awaited: a woken worker hears what woke it', () => {
    void keepLocked(ports)
    expect([...heard.keys()].sort()).toEqual(['alarm', 'screen', 'session'])
  })

  it('sets the alarm again at every start', async () => {
    session = sessionUntil(5_000)
    await keepLocked(ports)
    expect(setAlarm).toHaveBeenCalledWith(5_000)
  })

  it('ends a session that is past its deadline at the start', async () => {
    session = sessionUntil(5_000)
    nowMs = 5_000
    await keepLocked(ports)
    expect(session).toBeNull()
    expect(setAlarm).not.toHaveBeenCalled()
  })

  it('locks when the alarm rings at the deadline', async () => {
    session = sessionUntil(5_000)
    await keepLocked(ports)
    nowMs = 5_001
    heard.get('alarm')?.()
    await vi.waitFor(() => expect(session).toBeNull())
    expect(clearAlarm).toHaveBeenCalled()
  })

  it('does not lock when the deadline moved on, and sets the alarm to it', async () => {
    await keepLocked(ports)
    change(sessionUntil(9_000))
    nowMs = 5_001
    heard.get('alarm')?.()
    await vi.waitFor(() => expect(setAlarm).toHaveBeenLastCalledWith(9_000))
    expect(session).not.toBeNull()
  })

  it('locks with the screen', async () => {
    session = sessionUntil(5_000)
    await keepLocked(ports)
    heard.get('screen')?.()
    expect(lock).toHaveBeenCalledOnce()
  })

  it('tells of locking and unlocking, not of moved deadlines', async () => {
    await keepLocked(ports)
    change(sessionUntil(5_000))
    expect(onTurn).toHaveBeenCalledTimes(1)
    change(sessionUntil(6_000))
    expect(onTurn).toHaveBeenCalledTimes(1)
    change(null)
    expect(onTurn).toHaveBeenCalledTimes(2)
  })
})
