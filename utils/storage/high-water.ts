import * as v from 'valibot'
import browser from 'webextension-polyfill'
import type { HighWater } from '@/utils/vault/vault'

const key = 'highWater'
const generationNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/**
 * The highest generation saved, in storage.local: another engine than the generations, so that
 * putting back an old copy of theirs shows. A mere number: content scripts can read this store.
 */
export function createHighWater(): HighWater {
  return {
    async read() {
      const stored = v.safeParse(generationNumber, (await browser.storage.local.get(key))[key])
      return stored.success ? stored.output : 0
    },
    write: (generation) => browser.storage.local.set({ [key]: generation }),
  }
}
