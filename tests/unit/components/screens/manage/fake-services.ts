import { signal } from '@preact/signals'
import { createAccountActions } from '@/components/model/account-actions'
import { createVaultModel } from '@/components/model/vault-model'
import type { ManageServices } from '@/components/screens/manage/services'
import { parseRecognized, recognize } from '@/utils/backup/registry'
import { AppError } from '@/utils/errors/app-error'
import type { VaultDocument } from '@/utils/vault/document'
import { createFakeVault } from '../../model/fake-vault'
import { noFacts } from '../../model/no-facts'
import { fakeBackups } from './fake-backups'

/** A Monday noon. */
export const nowMs = Date.UTC(2026, 10, 23, 12)

const deriveKek = async (masterPassword: string) => {
  const bytes = new TextEncoder().encode(masterPassword)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** Services over a vault in memory; `over` replaces parts of them. */
export function fakeServices(
  initial: { password?: string; document?: VaultDocument } = {},
  over: Partial<ManageServices> = {},
) {
  const fake = createFakeVault(initial)
  const now = () => nowMs
  let last = 0
  const newId = () => {
    last += 1
    return `new-${last}`
  }
  const drafts = new Map<string, string>()
  const model = createVaultModel({ ...fake, now, inspects: true })
  const services: ManageServices = {
    vault: fake.vault,
    model,
    actions: createAccountActions({ model, now, newId }),
    drafts: {
      read: async (slot) => drafts.get(slot) ?? null,
      write: async (slot, sealed) => void drafts.set(slot, sealed),
      remove: async (slot) => void drafts.delete(slot),
    },
    deriveKek,
    clock: signal(nowMs),
    now,
    newId,
    decodeImage: async () => [],
    camera: () => Promise.reject(new AppError('camera-missing')),
    handed: { take: async () => null, read: async () => [] },
    readBackup: async (bytes, { password }) => {
      const recognized = recognize(bytes)
      const found = await parseRecognized(recognized, { password, deriveKek })
      return { format: recognized.format.id, found }
    },
    copy: async () => 30,
    siteFacts: async () => noFacts,
    sites: {
      list: async () => [],
      request: async () => true,
      revoke: async () => true,
      watch: () => () => undefined,
    },
    shortcuts: async () => ({ open: 'Alt+Shift+O', lock: 'Alt+Shift+L' }),
    passkeys: {
      questions: async () => [],
      unlock: () => fake.vault.inspect(nowMs),
      add: async () => undefined,
      remove: async () => true,
      changePassword: (_, newPassword) => fake.vault.changePassword('', newPassword, nowMs),
      support: async () => 'supported',
      enrol: async () => ({ credential: 'AAAA', salt: '', prf: new Uint8Array(32) }),
      ask: async () => ({ credential: 'AAAA', prf: new Uint8Array(32) }),
      errand: null,
    },
    backups: fakeBackups(),
    version: '0.1.0',
    userAgent: 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36',
    ...over,
  }
  return { fake, services, drafts }
}
