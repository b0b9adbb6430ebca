import type { Vault } from '@/utils/vault/vault'

/** What a draft needs from the outside. */
export interface DraftPorts {
  readonly vault: Pick<Vault, 'sealDraft' | 'openDraft'>
  /** Keeps sealed texts, as utils/storage/draft-store does. */
  readonly store: {
    read(slot: string): Promise<string | null>
    write(slot: string, sealed: string): Promise<void>
    remove(slot: string): Promise<void>
  }
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** One thing that is being typed and not saved; it outlives its page. */
export interface Draft<T> {
  /** What was kept, or null. Never throws: a draft that cannot be read is none. */
  readonly load: () => Promise<T | null>
  /** Keeps `value`, in time and in order; while one is being kept only the latest waits. */
  readonly keep: (value: T) => void
  readonly drop: () => Promise<void>
}

/**
 * The draft of `slot`, sealed under the vault's key: locking makes it unreadable, unlocking brings
 * it back. `parse` gives null for what is no such draft; it may have to be fetched.
 */
export function createDraft<T>(
  ports: DraftPorts,
  slot: string,
  parse: (value: unknown) => T | null | Promise<T | null>,
): Draft<T> {
  const { vault, store, now } = ports
  let waiting: { readonly value: T } | null = null
  let writing: Promise<void> | null = null

  const write = async (): Promise<void> => {
    while (waiting !== null) {
      const { value } = waiting
      waiting = null
      const sealed = await vault.sealDraft(value, now()).catch(() => null)
      // Locked meanwhile, or the disk is full: what was kept last stays.
      if (sealed !== null) await store.write(slot, sealed).catch(ignore)
    }
    writing = null
  }

  return {
    load: async () => {
      try {
        const sealed = await store.read(slot)
        return sealed === null ? null : await parse(await vault.openDraft(sealed, now()))
      } catch {
        return null
      }
    },
    keep: (value) => {
      waiting = { value }
      writing ??= write()
    },
    drop: async () => {
      waiting = null
      await writing
      await store.remove(slot).catch(ignore)
    },
  }
}

function ignore(): void {}
