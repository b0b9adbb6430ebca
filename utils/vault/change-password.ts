import { wipe } from '@/utils/bytes/wipe'
import { AppError } from '@/utils/errors/app-error'
import { newestNumber } from './generation'
import { openWithPassword } from './open-with-password'
import { saveGeneration } from './save'
import { startSession } from './session'
import type { VaultPorts } from './vault'
import { newKeyedHeader } from './vault-header'

/**
 * As `Vault.changePassword`, once; runs alone. One save of the new header, key and body drops everything under the old key: all or nothing.
 */
export async function changePassword(
  ports: VaultPorts,
  masterPassword: string,
  newPassword: string,
  nowMs: number,
): Promise<void> {
  if (newPassword === '') throw new AppError('password-empty')
  const generations = await ports.store.list()
  const { document, vaultId, cost, dek } = await openWithPassword(
    generations,
    masterPassword,
    ports.deriveKek,
  )
  wipe(dek)
  const header = await newKeyedHeader(vaultId, newPassword, ports, { previous: cost })
  try {
    await saveGeneration(
      ports,
      { ...header, newest: newestNumber(generations) },
      document,
      nowMs,
      1,
    )
    await startSession(ports, vaultId, header.dek, nowMs, document.settings.lockAfterMinutes)
  } finally {
    wipe(header.dek)
  }
}
