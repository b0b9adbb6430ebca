import { AppError } from '@/utils/errors/app-error'
import type { KdfCost } from './kdf'
import { costOf } from './open-with-password'
import type { VaultPorts } from './vault'
import { decodeVaultHeader } from './vault-header'

/** As `Vault.protection`. */
export async function protection({ store }: VaultPorts): Promise<KdfCost | null> {
  for (const sealed of await store.list()) {
    try {
      return costOf(decodeVaultHeader(sealed.protected))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return null
}
