import { fromBase64 } from '@/utils/bytes/base64'
import { newAccount } from '@/utils/vault/accounts'
import type { Account } from '@/utils/vault/document'
import { sealDraftWith } from '@/utils/vault/drafts'
import type { Page } from '../../driver'
import { waitUntil } from '../../driver/waiting'
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

/** The otpauth line of the account of that number. */
export function lineNumber(number: number): string {
  const { issuer, label, parameters } = accountNumber(number)
  const secret = 'secretBase32' in parameters ? parameters.secretBase32 : ''
  return `otpauth://totp/${encodeURIComponent(`${issuer}:${label}`)}?secret=${secret}`
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

/** How many saves were acknowledged by now, seen from outside. Throws when one was refused. */
export async function acknowledgedSaves(page: Page): Promise<number> {
  const { acknowledged, refused } = await page.evaluate(() => {
    const own = window as unknown as SavingWindow
    return { acknowledged: own.acknowledged, refused: JSON.stringify(own.refused) }
  })
  if (refused !== '[]') throw new Error(`a save was refused: ${refused}`)
  return acknowledged
}

/** Waits for the first acknowledged save, then watches for that long. Returns how many were seen. */
export async function watchSaving(page: Page, durationMs: number): Promise<number> {
  let seen = await waitUntil('a save to be acknowledged', () => acknowledgedSaves(page))
  const endMs = performance.now() + durationMs
  while (performance.now() < endMs) seen = await acknowledgedSaves(page)
  return seen
}
