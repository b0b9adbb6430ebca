import { createHash } from 'node:crypto'
import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import type {
  DeriveKek,
  GenerationStore,
  HighWater,
  KeySession,
  KeySessionStore,
  SealedGeneration,
  VaultFiles,
  VaultPorts,
} from '@/utils/vault/vault'

/** A derivation that costs nothing: for tests that are not about the cost. */
export const cheapKek: DeriveKek = async (masterPassword, { m, t, p, salt }) =>
  new Uint8Array(createHash('sha256').update(`${masterPassword} ${m} ${t} ${p} ${salt}`).digest())

/** One thing at a time per name, as Web Locks do. */
export function memoryLocks(): VaultPorts['exclusively'] {
  const tails = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const done = (tails.get(name) ?? Promise.resolve()).then(work, work)
    tails.set(
      name,
      done.catch(() => undefined),
    )
    return done
  }
}

/** A store whose content tests may read and spoil. */
export interface MemoryStore extends GenerationStore {
  generations: SealedGeneration[]
}

export function memoryStore(): MemoryStore {
  return {
    generations: [],
    async newest() {
      return structuredClone(this.generations[0] ?? null)
    },
    async list() {
      return structuredClone(this.generations)
    },
    async beyond(count) {
      return structuredClone(this.generations.slice(count))
    },
    async append(next, expectedNewest, keep, spared = []) {
      const newest = this.generations[0]?.generation ?? 0
      if (newest !== expectedNewest) throw new AppError('vault-conflict')
      this.generations = [structuredClone(next), ...this.generations].filter(
        ({ generation }, index) => index < keep || spared.includes(generation),
      )
    },
    async clear() {
      this.generations = []
    },
  }
}

/** Files that tests may read and spoil. */
export interface MemoryFiles extends VaultFiles {
  readonly content: Map<string, Bytes>
}

export function memoryFiles(): MemoryFiles {
  const content = new Map<string, Bytes>()
  return {
    content,
    names: async () => [...content.keys()],
    read: async (name) => content.get(name)?.slice() ?? null,
    write: async (name, bytes) => {
      content.set(name, bytes.slice())
    },
    clear: async () => content.clear(),
  }
}

/** Files as where the browser has none to give. */
export const noFiles: VaultFiles = {
  names: () => Promise.reject(new AppError('storage-failed')),
  read: () => Promise.reject(new AppError('storage-failed')),
  write: () => Promise.reject(new AppError('storage-failed')),
  clear: () => Promise.reject(new AppError('storage-failed')),
}

/** A session that tests may read, replace and count writes of. */
export interface MemorySession extends KeySessionStore {
  session: KeySession | null
  writes: number
}

export function memorySession(): MemorySession {
  return {
    session: null,
    writes: 0,
    async read() {
      return this.session
    },
    async write(session) {
      this.session = session
      this.writes += 1
    },
    async clear() {
      this.session = null
    },
  }
}

export function memoryHighWater(): HighWater & { generation: number } {
  return {
    generation: 0,
    async read() {
      return this.generation
    },
    async write(generation) {
      this.generation = generation
    },
  }
}

/** Ports in memory with a cheap derivation. */
export interface MemoryPorts extends VaultPorts {
  readonly store: MemoryStore
  readonly files: MemoryFiles
  readonly session: MemorySession
  readonly highWater: HighWater & { generation: number }
}

export function memoryPorts(): MemoryPorts {
  return {
    store: memoryStore(),
    files: memoryFiles(),
    session: memorySession(),
    highWater: memoryHighWater(),
    deriveKek: cheapKek,
    exclusively: memoryLocks(),
  }
}
