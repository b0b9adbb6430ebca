import { checkedDocument } from './checked-document'
import type { VaultDocument } from './document'
import { withLoaded } from './load'
import { mishapOf, withMishap } from './mishap'
import { retryOnConflict, saveGeneration } from './save'
import { touchSession } from './session'
import { purgeTrash } from './trash'
import type { VaultPorts } from './vault'

/** As `Vault.change`; runs alone. */
export function change(
  ports: VaultPorts,
  nowMs: number,
  edit: (document: VaultDocument) => VaultDocument,
): Promise<VaultDocument> {
  return retryOnConflict(() => changeOnce(ports, nowMs, edit))
}

function changeOnce(
  ports: VaultPorts,
  nowMs: number,
  edit: (document: VaultDocument) => VaultDocument,
): Promise<VaultDocument> {
  return withLoaded(ports, nowMs, async (loaded, dek, session) => {
    const { document, sealed, newest, standing, isStoreBroken } = loaded
    const noted = withMishap(document, mishapOf(standing, nowMs))
    const edited = purgeTrash(checkedDocument(edit(noted), document), nowMs)
    const { protected: header, generation: opened } = sealed
    const base = { dek, protected: header, newest, opened, isStoreBroken }
    const saved = await saveGeneration(ports, base, edited, nowMs)
    await touchSession(ports, session, nowMs, saved.document.settings)
    return saved.document
  })
}
