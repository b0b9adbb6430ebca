import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type App, launch } from '../../driver'
import { sleep } from '../../driver/waiting'
import { isLongRun, record } from '../../long-run'
import type { Needle } from '../../search/patterns'
import { canSearchMemory, type MemoryHit, searchMemory } from '../../search/search-memory'
import { mine } from '../../tour/stage'
import { vaultBrowsers } from './bed'
import { keyOf } from './keys'
import { readStored } from './stored'
import { needlesOf, saveUnseen } from './unseen-accounts'

// P3: once the vault is locked, the memory of the browser holds nothing of it any more.

/** Makes a vault, uses it in page and popup, and says what is secret about it. */
async function useVault(app: App): Promise<Needle[]> {
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
  return [
    { name: 'master password', value: password },
    { name: 'data key', value: dek },
    ...needlesOf(word),
  ]
}

const names = (hits: readonly MemoryHit[]) => new Set(hits.map(({ name }) => name))

// Firefox keeps the process of extensions: what stays there is told in full runs, not promised.
const searched = vaultBrowsers.filter((browser) => isLongRun || browser === 'chromium')

/** The browser tells what was stored to whoever hears of changes: that takes it a moment. */
async function searchAgain<T>(search: () => readonly T[]): Promise<readonly T[]> {
  for (let round = 0; round < 5; round++) {
    const found = search()
    if (found.length === 0) return found
    await sleep(1_000)
  }
  return search()
}

describe.runIf(canSearchMemory).each(searched)('the memory of %s', (browser) => {
  test('holds nothing of a vault that is locked and has no page open', async () => {
    const app = await launch(browser)
    try {
      const needles = await useVault(app)
      const unlocked = searchMemory(app.processes(), needles)
      await app.lock()
      const locked = await searchAgain(() => searchMemory(app.processes(), needles))
      record({
        promise: 'P3',
        what: 'secrets searched in the memory of all processes after locking',
        where: app.version,
        count: needles.length,
        result: `${names(locked).size} found; ${names(unlocked).size} before locking`,
      })
      // What was there before shows that the search would have seen it afterwards.
      expect(names(unlocked)).toContain('data key')
      expect(names(unlocked)).toContain('secret 0')
      if (browser === 'chromium') expect(locked).toEqual([])
    } finally {
      await app.close()
    }
  }, 120_000)
})
