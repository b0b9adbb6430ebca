import { wipe } from '@/utils/bytes/wipe'
import { AppError, toErrorCode } from '@/utils/errors/app-error'
import { emptyDocument } from './document'
import { noteHighWater } from './high-water'
import { saveGeneration } from './save'
import { endSession, startSession } from './session'
import { isThere } from './status'
import type { VaultPorts } from './vault'
import { newKeyedHeader, newVaultId } from './vault-header'

/** As `Vault.create`; runs alone. */
export async function create(
  ports: VaultPorts,
  masterPassword: string,
  nowMs: number,
): Promise<void> {
  if (masterPassword === '') throw new AppError('password-empty')
  if (await isThere(ports)) throw new AppError('vault-exists')
  const header = await newKeyedHeader(newVaultId(), masterPassword, ports)
  try {
    await saveGeneration(ports, { ...header, newest: 0 }, emptyDocument, nowMs)
    await startSession(ports, header.vaultId, header.dek, nowMs, emptyDocument.settings)
  } catch (error) {
    throw toErrorCode(error) === 'vault-conflict' ? new AppError('vault-exists') : error
  } finally {
    wipe(header.dek)
  }
}

/** As `Vault.remove`; runs alone. */
export async function remove(ports: VaultPorts): Promise<void> {
  await ports.files.clear().catch(() => undefined)
  await ports.store.clear()
  await endSession(ports)
  await ports.drafts?.clear().catch(() => undefined)
  await ports.traces?.clear().catch(() => undefined)
  await noteHighWater(ports.highWater, 0)
  // Where files could never be kept, there is nothing to forget.
  if (await isThere(ports)) throw new AppError('storage-failed', 'the copy stays')
}
