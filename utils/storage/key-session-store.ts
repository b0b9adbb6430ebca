import * as v from 'valibot'
import browser from 'webextension-polyfill'
import type { KeySession, KeySessionStore } from '@/utils/vault/vault'
import { createRunMark, type RunMark } from './run-mark'

const key = 'keySession'
const heldKeyMark = 'heldKey'
const moment = v.pipe(v.number(), v.safeInteger())

const keySession = v.object({
  vaultId: v.string(),
  dek: v.string(),
  unlockedAtMs: moment,
  endMs: v.optional(moment),
  usedAtMs: moment,
  deadlineMs: moment,
})

function parse(stored: unknown): KeySession | null {
  const session = v.safeParse(keySession, stored)
  return session.success ? session.output : null
}

/**
 * The unlocked key in storage.session: the browser's memory, out of reach of content scripts,
 * empty after a restart. What lost its shape counts as locked.
 */
export function createKeySessionStore(): KeySessionStore {
  return {
    read: async () => parse((await browser.storage.session.get(key))[key]),
    write: (session) => browser.storage.session.set({ [key]: session, [heldKeyMark]: true }),
    clear: () => browser.storage.session.remove(key),
  }
}

/**
 * Set from the first unlock on, in the same write as the key, and not taken away by locking: this
 * run's memory may hold copies of what was open.
 */
export function createHeldKeyMark(): RunMark {
  return createRunMark(heldKeyMark)
}

/**
 * Tells `listener` of every change of the session, wherever it was made, and what it was before:
 * null is locked. Moved deadlines are told too. Returns the way to stop listening.
 */
export function onKeySessionChange(
  listener: (session: KeySession | null, before: KeySession | null) => void,
): () => void {
  const { onChanged } = browser.storage
  const heard: Parameters<typeof onChanged.addListener>[0] = (changes, area) => {
    const change = area === 'session' ? changes[key] : undefined
    if (change !== undefined) {
      listener(parse(change.newValue), parse(change.oldValue))
    }
  }
  onChanged.addListener(heard)
  return () => onChanged.removeListener(heard)
}
