import { pageClockPorts } from '@/components/model/clock'
import { createCopy } from '@/components/model/copy'
import { followDeadline } from '@/components/model/deadline'
import { createVaultModel } from '@/components/model/vault-model'
import { sendErrand } from '@/utils/messages/send'
import { copyText } from '@/utils/platform/clipboard/copy-text'
import { createGenerationStore } from '@/utils/storage/generation-store'
import { createHighWater } from '@/utils/storage/high-water'
import { createKeySessionStore, onKeySessionChange } from '@/utils/storage/key-session-store'
import { exclusively } from '@/utils/storage/locks'
import { createVault } from '@/utils/vault/create-vault'
import type { VaultPorts } from '@/utils/vault/vault'
import { tellWhenClosed } from './farewell'
import { fetchedActions } from './fetched-actions'
import { fetchedDeriveKek, keptDrafts, lastingTraces, vaultFiles } from './fetched-ports'

const now = () => Date.now()
const newId = () => crypto.randomUUID()

/**
 * The vault as each of our pages opens it for itself, and what the page's screens see of it. For
 * `inspects` see the model's.
 */
export function createPageModel({ inspects }: { readonly inspects: boolean }) {
  const highWater = createHighWater()
  const session = createKeySessionStore()
  const { drafts, unsaved, sealed } = keptDrafts
  const ports: VaultPorts = {
    store: createGenerationStore(),
    files: vaultFiles,
    session,
    highWater,
    deriveKek: fetchedDeriveKek,
    clockMs: () => performance.now(),
    exclusively,
    drafts: sealed,
    traces: lastingTraces,
  }
  const vault = createVault(ports)
  const model = createVaultModel({
    vault,
    now,
    watchSession: onKeySessionChange,
    watchSaves: highWater.watchOthers,
    inspects,
  })
  followDeadline({
    ...pageClockPorts,
    readDeadline: async () => (await session.read())?.deadlineMs ?? null,
    watchDeadline: (moved) => onKeySessionChange((changed) => moved(changed?.deadlineMs ?? null)),
    check: () => void vault.status(now()).catch(() => undefined),
  })
  tellWhenClosed(model)
  const copy = createCopy({
    model,
    write: copyText,
    clearAfter: (seconds) => sendErrand({ type: 'clipboard.copied', seconds, atMs: now() }),
  })
  const actions = fetchedActions({ model, now, newId })
  return { ports, vault, model, actions, copy, drafts, unsaved, now, newId }
}
