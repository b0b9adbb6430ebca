import * as v from 'valibot'
import browser from 'webextension-polyfill'
import type { HighWater } from '@/utils/vault/vault'

const key = 'highWater'
const generationNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** The mark, and news of it. */
export interface WatchedHighWater extends HighWater {
  /** Calls back when another page or the background saved. Returns the way to stop listening. */
  watchOthers(listener: () => void): () => void
}

function parse(stored: unknown): number {
  const generation = v.safeParse(generationNumber, stored)
  return generation.success ? generation.output : 0
}

/**
 * The highest generation saved, in storage.local: another engine than the generations, so that
 * putting back an old copy of theirs shows. A mere number: content scripts of Firefox can read this
 * store. It moves with every save, so that pages which show the vault can follow it.
 */
export function createHighWater(): WatchedHighWater {
  /** What was written here and not heard of yet: news of it is none. */
  const own = new Set<number>()
  return {
    read: async () => parse((await browser.storage.local.get(key))[key]),
    async write(generation) {
      own.add(generation)
      await browser.storage.local.set({ [key]: generation })
    },
    watchOthers(listener) {
      const { onChanged } = browser.storage
      const heard: Parameters<typeof onChanged.addListener>[0] = (changes, area) => {
        const change = area === 'local' ? changes[key] : undefined
        if (change !== undefined && !own.delete(parse(change.newValue))) listener()
      }
      onChanged.addListener(heard)
      return () => onChanged.removeListener(heard)
    },
  }
}
