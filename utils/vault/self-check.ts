import { findCandidates } from './candidates'
import { writeCopy } from './copies'
import { illShaped } from './damage'
import { keepDamaged } from './damaged-files'
import type { SealedGeneration, VaultPorts } from './vault'
import { decodeVaultHeader } from './vault-header'

/**
 * As `Vault.check`; runs alone. Brings the copy up to the store, after a crash between the two, and
 * keeps what has lost its shape. Without the key it cannot tell which of two is sound: one slot
 * stays, and a copy that is newer or differs waits for the next unlocking.
 */
export async function check(ports: VaultPorts, nowMs: number): Promise<void> {
  const findings = await findCandidates(ports)
  await keepDamaged(ports.files, illShaped(findings), nowMs).catch(() => undefined)
  const newest = findings.candidates[0]
  const copied = findings.candidates.find(({ from }) => from === 'copy')?.generation ?? 0
  if (newest === undefined || copied >= newest.generation || !isReadable(newest)) return
  await writeCopy(ports, newest, nowMs, { dropOutdated: false })
}

function isReadable({ protected: protectedText, ciphertext }: SealedGeneration): boolean {
  try {
    decodeVaultHeader(protectedText)
    return ciphertext.length > 0
  } catch {
    return false
  }
}
