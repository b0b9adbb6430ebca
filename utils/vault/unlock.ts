import { wipe } from '@/utils/bytes/wipe'
import { toErrorCode } from '@/utils/errors/app-error'
import { newestNumber } from './generation'
import { openWithPassword } from './open-with-password'
import { raiseCost } from './raise-cost'
import { reportOn } from './report'
import { startSession } from './session'
import type { OpenReport, VaultPorts } from './vault'

/** As `Vault.unlock`; `alone` runs what saves. */
export async function unlock(
  ports: VaultPorts,
  masterPassword: string,
  nowMs: number,
  alone: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<OpenReport> {
  const generations = await ports.store.list()
  const opened = await openWithPassword(generations, masterPassword, ports.deriveKek)
  const { lockAfterMinutes } = opened.document.settings
  await startSession(ports, opened.vaultId, opened.dek, nowMs, lockAfterMinutes)
  const report = await reportOn(ports, { ...opened, newest: newestNumber(generations) }, nowMs)
  await raiseCost(ports, opened, nowMs, alone)
  wipe(opened.dek)
  return report
}

/** As `Vault.verifyPassword`. */
export async function verifyPassword(ports: VaultPorts, masterPassword: string): Promise<boolean> {
  try {
    const opened = await openWithPassword(await ports.store.list(), masterPassword, ports.deriveKek)
    wipe(opened.dek)
    return true
  } catch (error) {
    const code = toErrorCode(error)
    if (code === 'password-wrong' || code === 'password-empty') return false
    throw error
  }
}
