import { AppError } from '@/utils/errors/app-error'
import { rekey } from './rekey'
import type { VaultPorts } from './vault'

/** As `Vault.changePassword`, once; runs alone. */
export async function changePassword(
  ports: VaultPorts,
  masterPassword: string,
  newPassword: string,
  nowMs: number,
): Promise<void> {
  if (newPassword === '') throw new AppError('password-empty')
  await rekey(ports, { masterPassword, newPassword }, nowMs)
}
