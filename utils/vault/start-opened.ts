import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { isBroken } from './broken'
import type { Findings } from './candidates'
import type { VaultDocument } from './document'
import { authenticates } from './generation'
import { startSession } from './session'
import type { VaultPorts } from './vault'

/** What an unlocking opened. */
interface Key {
  readonly vaultId: string
  readonly dek: Bytes
  readonly document: VaultDocument
}

/**
 * Begins the session of what was opened among `findings`. Throws `vault-conflict` where another
 * window gave the vault another key, or removed it, since they were read: whoever changes the key
 * saves first and begins a session after, so the newer session always stays.
 */
export async function startOpened(
  ports: VaultPorts,
  findings: Findings,
  { vaultId, dek, document }: Key,
  nowMs: number,
): Promise<void> {
  await startSession(ports, vaultId, dek, nowMs, document.settings, async () => {
    if (await isOvertaken(ports, findings, dek)) throw new AppError('vault-conflict')
  })
}

/** A header that was there before is none of a new key, sound or not. */
async function isOvertaken(
  { store }: VaultPorts,
  { candidates, storeNewest }: Findings,
  dek: Bytes,
): Promise<boolean> {
  try {
    const newest = await store.newest()
    if (newest === null) return storeNewest > 0
    if (candidates.some((seen) => seen.protected === newest.protected)) return false
    return !(await authenticates(dek, newest))
  } catch (error) {
    // Nobody changes the key of a vault whose store fails.
    if (isBroken(error)) return false
    throw error
  }
}
