import type { Page } from '@/tests/driver'
import { memoryPorts } from '@/tests/unit/utils/vault/memory-ports'
import { toBase64 } from '@/utils/bytes/base64'
import { createVault } from '@/utils/vault/create-vault'
import type { Account } from '@/utils/vault/document'
import type { KeySession } from '@/utils/vault/vault'

/** A sealed vault as text, to be laid into a browser. */
export interface SealedVault {
  readonly generation: number
  readonly protected: string
  readonly nonce: string
  readonly ciphertext: string
  readonly session: KeySession
}

/** A vault with this many accounts, sealed by our own code; the password is not meant to be used. */
export async function sealVault(count: number, nowMs: number): Promise<SealedVault> {
  const ports = memoryPorts()
  const vault = createVault(ports)
  await vault.create('only its session is used', nowMs)
  const accounts = Array.from({ length: count }, (_, index) => accountAt(index, nowMs))
  await vault.change(nowMs, (document) => ({ ...document, accounts }))
  const [newest] = ports.store.generations
  const { session } = ports.session
  if (newest === undefined || session === null) throw new Error('the vault did not come about')
  return {
    generation: newest.generation,
    protected: newest.protected,
    nonce: toBase64(newest.nonce),
    ciphertext: toBase64(newest.ciphertext),
    session,
  }
}

/** Accounts as people have them: mixed order, a site each, now and then a tag and a note. */
function accountAt(index: number, nowMs: number): Account {
  const name = `service-${(index * 7919) % 10_007}`
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    issuer: name,
    label: `person.${index}@mail.example`,
    parameters: {
      type: 'totp',
      secretBase32: secretAt(index),
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    },
    note: index % 10 === 0 ? 'recovery codes are in the drawer' : '',
    sites: [{ origin: `https://${name}.example`, match: 'origin', fill: 'arrival' }],
    tags: index % 5 === 0 ? ['work'] : [],
    favorite: false,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    deletedAtMs: null,
  }
}

function secretAt(index: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return Array.from({ length: 32 }, (_, at) => letters[(index * (at + 1) + at * 11) % 32]).join('')
}

/** Hands the vaults to a page of the extension, which keeps them for `layVault`. */
export async function keepVaults(
  page: Page,
  vaults: ReadonlyMap<number, SealedVault>,
): Promise<void> {
  for (const [count, vault] of vaults) {
    await page.evaluate(
      (name, given) => {
        Object.assign(window, { [`vault${name}`]: given })
      },
      count,
      vault,
    )
  }
}

/** Makes the kept vault of `count` accounts the vault of this browser, unlocked. */
export function layVault(page: Page, count: number): Promise<void> {
  return page.evaluate(async (name) => {
    const kept = (window as unknown as Record<string, SealedVault>)[`vault${name}`]
    if (!kept) throw new Error('no such vault is kept')
    const bytes = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const { generation, session } = kept
    const record = { ...kept, nonce: bytes(kept.nonce), ciphertext: bytes(kept.ciphertext) }
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('sixpence')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    await new Promise<void>((resolve, reject) => {
      const tx = database.transaction('generations', 'readwrite')
      tx.objectStore('generations').clear()
      tx.objectStore('generations').put(record)
      tx.oncomplete = () => resolve()
      tx.onabort = () => reject(tx.error)
    })
    database.close()
    // A second copy would be of another vault.
    const root = await navigator.storage.getDirectory()
    for await (const entry of root.keys()) await root.removeEntry(entry, { recursive: true })
    const nowMs = Date.now()
    const lasting = { ...session, usedAtMs: nowMs, deadlineMs: nowMs + 3_600_000 }
    await chrome.storage.local.set({ highWater: generation })
    await chrome.storage.session.set({ keySession: lasting })
  }, count)
}

declare const chrome: {
  readonly storage: Record<'local' | 'session', { set(values: object): Promise<void> }>
}
