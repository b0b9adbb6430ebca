import browser from 'webextension-polyfill'

/** Keeps what was typed or scanned and not saved, sealed by the vault, one text per slot. */
export interface DraftStore {
  /** The sealed draft of `slot`, or null. */
  read(slot: string): Promise<string | null>
  /** Keeps `sealed`, which comes from `Vault.sealDraft`: nothing readable lies here. */
  write(slot: string, sealed: string): Promise<void>
  remove(slot: string): Promise<void>
}

function keyOf(slot: string): string {
  return `draft.${slot}`
}

/** Drafts in storage.session: they outlive the popup, not the browser. */
export function createDraftStore(): DraftStore {
  return {
    async read(slot) {
      const key = keyOf(slot)
      const stored: unknown = (await browser.storage.session.get(key))[key]
      return typeof stored === 'string' ? stored : null
    },
    write: (slot, sealed) => browser.storage.session.set({ [keyOf(slot)]: sealed }),
    remove: (slot) => browser.storage.session.remove(keyOf(slot)),
  }
}
