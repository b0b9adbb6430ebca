import type { KeptDrafts } from '@/utils/storage/kept-drafts'
import type { DeriveKek, VaultFiles, VaultPorts } from '@/utils/vault/vault'

/*
 * What the first code does not need, fetched when it is asked for.
 */

/** Fetches once; what could not be fetched may be there another time. */
function once<T>(fetchIt: () => Promise<T>): () => Promise<T> {
  let fetched: Promise<T> | null = null
  return async () => {
    fetched ??= fetchIt()
    try {
      return await fetched
    } catch (error) {
      fetched = null
      throw error
    }
  }
}

const files = once(async () => (await import('@/utils/storage/vault-files')).createVaultFiles())
const kept = once(async () => (await import('@/utils/storage/kept-drafts')).createKeptDrafts())

/** As `createVaultFiles`. */
export const vaultFiles: VaultFiles = {
  names: async () => (await files()).names(),
  read: async (name) => (await files()).read(name),
  write: async (name, bytes) => (await files()).write(name, bytes),
  clear: async () => (await files()).clear(),
}

/** What the background keeps apart from the vault, to be forgotten with it. */
export const lastingTraces: NonNullable<VaultPorts['traces']> = {
  clear: async () => {
    const { createLastingStore } = await import('@/utils/storage/lasting-store')
    await createLastingStore().clear()
  },
}

/** As the real one. */
export const fetchedDeriveKek: DeriveKek = async (masterPassword, kdf) => {
  const { deriveKek } = await import('@/utils/platform/kdf/derive-kek')
  return await deriveKek(masterPassword, kdf)
}

/** As `createKeptDrafts`, for a page that shows codes first. */
export const keptDrafts: KeptDrafts = {
  drafts: {
    list: async () => (await kept()).drafts.list(),
    read: async (slot) => (await kept()).drafts.read(slot),
    write: async (slot, sealed) => (await kept()).drafts.write(slot, sealed),
    remove: async (slot) => (await kept()).drafts.remove(slot),
    replace: async (slot, from, to) => (await kept()).drafts.replace(slot, from, to),
    clear: async () => (await kept()).drafts.clear(),
  },
  unsaved: {
    read: async () => (await kept()).unsaved.read(),
    write: async (unsaved) => (await kept()).unsaved.write(unsaved),
    clear: async (draft) => (await kept()).unsaved.clear(draft),
    restore: async () => (await kept()).unsaved.restore(),
  },
  sealed: {
    list: async () => (await kept()).sealed.list(),
    replace: async (slot, from, to) => (await kept()).sealed.replace(slot, from, to),
    clear: async () => (await kept()).sealed.clear(),
  },
}
