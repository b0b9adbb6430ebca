import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { toBase64 } from '@/utils/bytes/base64'
import type { KeySession, KeySessionStore } from '@/utils/vault/vault'
import { createRunMark, type RunMark } from './run-mark'

const key = 'keySession'
const heldKeyMark = 'heldKey'
const freedKey = 'freedKeys_'
const overwriteRounds = 64
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
 * Fills with chance what the browser gave back of its memory when keys were written, moved and
 * forgotten: freed is not emptied, and what has the same shape takes the same places. Locked, this
 * leaves no key behind in the browser's own process, which a reload of ours does not end.
 */
export async function overwriteFreedKeys(): Promise<void> {
  // As long as real ones: freed places are given to what has their size.
  const moments = { unlockedAtMs: 1e12, usedAtMs: 1e12, deadlineMs: 1e12 }
  for (let round = 0; round < overwriteRounds; round += 1) {
    const dek = toBase64(crypto.getRandomValues(new Uint8Array(32)))
    const nobodys: KeySession = { vaultId: crypto.randomUUID().slice(0, 22), dek, ...moments }
    await browser.storage.session.set({ [freedKey]: nobodys })
    await browser.storage.session.get(freedKey)
  }
  await browser.storage.session.remove(freedKey)
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
