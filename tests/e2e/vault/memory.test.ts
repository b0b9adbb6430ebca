import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type App, launch } from '../../driver'
import { isLongRun, record, times } from '../../long-run'
import type { Needle } from '../../search/patterns'
import { canSearchMemory, type MemoryHit, searchMemory } from '../../search/search-memory'
import { mine } from '../../tour/stage'
import { vaultBrowsers } from './bed'
import { keyOf } from './keys'
import { readStored } from './stored'
import { needlesOf, saveUnseen } from './unseen-accounts'

/*
 * P3: once the vault is locked, the memory of the browser holds nothing of it any more. A lock ends
 * the extension's processes, and Chromium ends them; but now and then, on a busy machine, it begins
 * the extension anew in the process that was to end, or keeps a piece of what it gave back. The run
 * in full tells how often; a vault that every lock leaves in memory fails.
 */

/** Makes a vault, uses it in page and popup, and says what is secret about it. */
async function useVault(app: App): Promise<{ password: string; needles: Needle[] }> {
  // Typed key by key: no message of the protocol holds it whole.
  const password = `p${randomBytes(10).toString('hex')} lantern`
  const word = randomBytes(8).toString('hex')
  await app.createVault(password)
  const manage = await app.openManage('#/accounts')
  await saveUnseen(manage, word)
  await manage.waitFor(mine('account-row'))
  const popup = await app.openPopup(manage)
  await popup.waitFor(mine('account-row'))
  await popup.close()
  await manage.close()
  // The vault's own reading would leave the key in the messages to the test.
  const dek = await keyOf((await readStored(app)).generations, password)
  if (dek === null) throw new Error('the password does not open what is stored')
  const needles = [
    { name: 'master password', value: password },
    { name: 'data key', value: dek },
    ...needlesOf(word),
  ]
  return { password, needles }
}

const names = (hits: readonly MemoryHit[]) => new Set(hits.map(({ name }) => name))

// Firefox keeps the process of extensions: what stays there is told in full runs, not promised.
const searched = vaultBrowsers.filter((browser) => isLongRun || browser === 'chromium')

/** Locks until a lock has left nothing; in full, as often as it says. What each lock left. */
async function lockAndSearch(app: App, password: string, needles: readonly Needle[]) {
  const left: Set<string>[] = []
  for (let round = 0; round < times(11, 3); round += 1) {
    if (round > 0) await app.unlock(password)
    await app.lock()
    left.push(names(searchMemory(app.processes(), needles)))
    if (!isLongRun && left.at(-1)?.size === 0) break
  }
  return left
}

describe.runIf(canSearchMemory).each(searched)('the memory of %s', (browser) => {
  test('holds nothing of a vault that is locked and has no page open', async () => {
    const app = await launch(browser)
    try {
      const { password, needles } = await useVault(app)
      const unlocked = names(searchMemory(app.processes(), needles))
      const left = await lockAndSearch(app, password, needles)
      const clean = left.filter(({ size }) => size === 0).length
      record({
        promise: 'P3',
        what: `locks after which ${needles.length} secrets were searched in the memory`,
        where: app.version,
        count: left.length,
        result: `${clean} left nothing; at most ${Math.max(...left.map(({ size }) => size))} found`,
      })
      // What was there before shows that the search would have seen it afterwards.
      expect(unlocked).toContain('data key')
      expect(unlocked).toContain('secret 0')
      if (browser === 'chromium') expect(clean).toBeGreaterThan(left.length / 4)
    } finally {
      await app.close()
    }
  }, 300_000)
})
