import { AppError } from '@/utils/errors/app-error'
import { findCandidates } from './candidates'
import type { KdfCost } from './kdf'
import { costOf } from './open-with-password'
import type { VaultPorts } from './vault'
import { decodeVaultHeader } from './vault-header'

/** As `Vault.protection`. */
export async function protection(ports: VaultPorts): Promise<KdfCost | null> {
  const { candidates } = await findCandidates(ports)
  for (const sealed of candidates) {
    try {
      return costOf(decodeVaultHeader(sealed.protected))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return null
}
