import type { VaultDocument } from './document'
import { withLoadedIn } from './load'
import { requireSession, touchSession } from './session'
import type { VaultPorts } from './vault'

/** As `Vault.read`. The use is noted beside the opening, which is what the first code waits for. */
export async function read(ports: VaultPorts, nowMs: number): Promise<VaultDocument> {
  const session = await requireSession(ports, nowMs)
  const [document, noted] = await Promise.all([
    withLoadedIn(ports, session, async (loaded) => loaded.document),
    touchSession(ports, session, nowMs),
  ])
  // No more than a look, unless the document says otherwise than the session went by.
  await touchSession(ports, noted, nowMs, document.settings)
  return document
}
