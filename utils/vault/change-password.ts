import { AppError } from '@/utils/errors/app-error'
import { rekey } from './rekey'
import { retryOnConflict } from './save'
import type { VaultPorts } from './vault'

/** As `Vault.changePassword`; runs alone. */
export async function changePassword(
  ports: VaultPorts,
  masterPassword: string,
  newPassword: string,
  nowMs: number,
): Promise<boolean> {
  if (newPassword === '') throw new AppError('password-empty')
  return await retryOnConflict(() => rekey(ports, { masterPassword, newPassword }, nowMs))
}
