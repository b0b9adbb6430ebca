import type { VaultDocument } from './document'
import { withLoaded } from './load'
import { touchSession } from './session'
import type { VaultPorts } from './vault'

/** As `Vault.read`. */
export function read(ports: VaultPorts, nowMs: number): Promise<VaultDocument> {
  return withLoaded(ports, nowMs, async ({ document }, _dek, session) => {
    await touchSession(ports, session, nowMs, document.settings)
    return document
  })
}
