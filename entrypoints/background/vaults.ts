import { AppError } from '@/utils/errors/app-error'
import { createGenerationStore } from '@/utils/storage/generation-store'
import { createHighWater } from '@/utils/storage/high-water'
import { createKeptDrafts } from '@/utils/storage/kept-drafts'
import { createKeySessionStore } from '@/utils/storage/key-session-store'
import { createLastingStore } from '@/utils/storage/lasting-store'
import { exclusively } from '@/utils/storage/locks'
import { createVaultFiles } from '@/utils/storage/vault-files'
import { createVault } from '@/utils/vault/create-vault'
import type { KeySessionStore, VaultPorts } from '@/utils/vault/vault'

/** The key session as the browser keeps it. */
export const session: KeySessionStore = createKeySessionStore()

const { sealed, unsaved } = createKeptDrafts()

export { unsaved }

const ports: VaultPorts = {
  store: createGenerationStore(),
  files: createVaultFiles(),
  session,
  // Chromium's service worker has no workers of its own: pages unlock, the background only uses.
  deriveKek: () => Promise.reject(new AppError('kdf-failed')),
  exclusively,
  highWater: createHighWater(),
  drafts: sealed,
  traces: createLastingStore(),
}

/** The vault, for what the user does. */
export const vault = createVault(ports)

/** The vault, for what pages set off: not even a save of theirs moves a deadline. */
export const vaultForPages = createVault({ ...ports, session: { ...session, write: ignore } })

async function ignore(): Promise<void> {}
