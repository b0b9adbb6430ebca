import { fromBase64 } from '@/utils/bytes/base64'
import { newAccount } from '@/utils/vault/accounts'
import type { Account } from '@/utils/vault/document'
import { sealDraftWith } from '@/utils/vault/drafts'
import type { Page } from '../../driver'
import type { TakenSession } from './bed'

/** The account of that number: the same one every time. */
export function accountNumber(number: number): Account {
  const letters = [...String(number).padStart(16, '0')].map((digit) => 'ABCDEFGHIJ'[Number(digit)])
  const parameters = {
    type: 'totp',
    secretBase32: letters.join(''),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  } as const
  const scanned = { issuer: `Bank ${number}`, label: `ada+${number}@example.org`, parameters }
  return newAccount(scanned, { id: `account-${number}`, nowMs: 1_700_000_000_000 + number })
}

/** What the popup sends to have these accounts saved, sealed under the session's key. */
export function draftsOf(accounts: readonly Account[], session: TakenSession): Promise<string[]> {
  const dek = fromBase64(session.dek)
  return Promise.all(
    accounts.map((account) => sealDraftWith(dek, session.vaultId, { kind: 'add', account })),
  )
}

interface SavingWindow extends Window {
  acknowledged: number
  refused: unknown[]
}

/** Has a page of ours save them one after the other; does not wait for them. */
export async function startSaving(page: Page, drafts: readonly string[]): Promise<void> {
  await page.evaluate((all: readonly string[]) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<object> } }
    }
    const own = window as unknown as SavingWindow
    own.acknowledged = 0
    own.refused = []
    const saveAll = async () => {
      for (const draft of all) {
        const reply = await chrome.runtime.sendMessage({ type: 'account.save', draft })
        if (!('ok' in reply)) return own.refused.push(reply)
        own.acknowledged += 1
      }
    }
    void saveAll()
  }, drafts)
}

/**
 * Watches the saving for that long from outside. Returns how many saves were acknowledged and seen
 * to be. Throws when one was refused.
 */
export async function watchSaving(page: Page, durationMs: number): Promise<number> {
  const endMs = performance.now() + durationMs
  let seen = 0
  while (performance.now() < endMs) {
    const now = await page.evaluate(() => {
      const { acknowledged, refused } = window as unknown as SavingWindow
      return { acknowledged, refused: JSON.stringify(refused) }
    })
    if (now.refused !== '[]') throw new Error(`a save was refused: ${now.refused}`)
    seen = now.acknowledged
  }
  return seen
}
