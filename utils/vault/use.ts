import type { VaultDocument } from './document'
import { checkedDocument } from './generation'
import { withLoaded } from './load'
import { saveGeneration } from './save'
import { touchSession } from './session'
import { purgeTrash } from './trash'
import type { VaultPorts } from './vault'

const msPerMinute = 60_000

/** As `Vault.read`. */
export function read(ports: VaultPorts, nowMs: number): Promise<VaultDocument> {
  return withLoaded(ports, nowMs, async ({ document }, _dek, session) => {
    await touchSession(ports, session, nowMs, lockAfterMs(document))
    return document
  })
}

/** As `Vault.change`, once; runs alone. */
export function change(
  ports: VaultPorts,
  nowMs: number,
  edit: (document: VaultDocument) => VaultDocument,
): Promise<VaultDocument> {
  return withLoaded(ports, nowMs, async ({ document, sealed, newest }, dek, session) => {
    const edited = purgeTrash(checkedDocument(edit(document)), nowMs)
    const base = { dek, protected: sealed.protected, newest }
    const saved = await saveGeneration(ports, base, edited, nowMs)
    await touchSession(ports, session, nowMs, lockAfterMs(saved))
    return saved
  })
}

function lockAfterMs({ settings }: VaultDocument): number {
  return settings.lockAfterMinutes * msPerMinute
}
