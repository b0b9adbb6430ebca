import type { SealedDraft, SealedDrafts } from '@/utils/vault/drafts'
import { connect, type Database } from './database'
import { asStorageErrors } from './storage-error'

/** Keeps what was typed or scanned and not saved, sealed by the vault, one text per slot. */
export interface DraftStore extends SealedDrafts {
  /** The sealed draft of `slot`, or null. */
  read(slot: string): Promise<string | null>
  /** Keeps `sealed`, which comes from `Vault.sealDraft`: nothing readable lies here. */
  write(slot: string, sealed: string): Promise<void>
  remove(slot: string): Promise<void>
}

/**
 * Drafts in IndexedDB: they outlive the popup, the lock and the browser. On disk they are what the
 * vault is there, ciphertext under its key.
 */
export function createDraftStore(): DraftStore {
  const connected = connect()
  const use = <T>(work: (database: Database) => Promise<T>) =>
    asStorageErrors(() => connected(work))
  return {
    list: () => use(async (database) => (await database.getAll('drafts')).filter(isDraft)),
    read: (slot) =>
      use(async (database) => {
        const stored = await database.get('drafts', slot)
        return isDraft(stored) ? stored.sealed : null
      }),
    write: (slot, sealed) =>
      use(async (database) => void (await database.put('drafts', { slot, sealed }))),
    remove: (slot) => use((database) => database.delete('drafts', slot)),
    replace: (slot, from, to) => use((database) => replace(database, slot, from, to)),
    clear: () => use((database) => database.clear('drafts')),
  }
}

/** In one transaction: what was typed meanwhile stays. */
async function replace(
  database: Database,
  slot: string,
  from: string,
  to: string | null,
): Promise<void> {
  const tx = database.transaction('drafts', 'readwrite')
  const stored = await tx.store.get(slot)
  if (isDraft(stored) && stored.sealed === from) {
    await (to === null ? tx.store.delete(slot) : tx.store.put({ slot, sealed: to }))
  }
  await tx.done
}

function isDraft(stored: unknown): stored is SealedDraft {
  if (typeof stored !== 'object' || stored === null) return false
  if (!('slot' in stored) || !('sealed' in stored)) return false
  return typeof stored.slot === 'string' && typeof stored.sealed === 'string'
}
