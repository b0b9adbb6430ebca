import { isBroken } from './broken'
import { readMark } from './high-water'
import { liveSession } from './session'
import type { VaultPorts, VaultStatus } from './vault'

/** As `Vault.status`. */
export async function status(ports: VaultPorts, nowMs: number): Promise<VaultStatus> {
  if ((await liveSession(ports, nowMs)) !== null) return 'unlocked'
  return (await isThere(ports)) ? 'locked' : 'none'
}

/** As `Vault.wasLost`. */
export async function wasLost(ports: VaultPorts): Promise<boolean> {
  return !(await isThere(ports)) && (await readMark(ports.highWater)) > 0
}

/** Whether there is a vault, if only in its copy. Throws `storage-failed` where nobody can tell. */
export async function isThere(ports: VaultPorts): Promise<boolean> {
  try {
    if ((await ports.store.newest()) !== null) return true
  } catch (error) {
    if (!isBroken(error) || !(await isCopyThere(ports))) throw error
    return true
  }
  return await isCopyThere(ports)
}

/** Fetched when it is asked for: see `seldom`. */
async function isCopyThere({ files }: VaultPorts): Promise<boolean> {
  const { hasCopy } = await import('./copies')
  return await hasCopy(files)
}
