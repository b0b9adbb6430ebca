import { wipe } from '@/utils/bytes/wipe'
import { toErrorCode } from '@/utils/errors/app-error'
import { type Candidate, type Findings, findCandidates } from './candidates'
import { everything } from './damage'
import { keepDamaged } from './damaged-files'
import { type OpenedWithPassword, openWithPassword } from './open-with-password'
import { raiseCost } from './raise-cost'
import { unlockBy } from './unlock-by'
import type { OpenReport, VaultPorts } from './vault'

/** As `Vault.unlock`. */
export async function unlock(
  ports: VaultPorts,
  masterPassword: string,
  nowMs: number,
): Promise<OpenReport> {
  const open = (findings: Findings) => openOrKeep(ports, findings, masterPassword, nowMs)
  return await unlockBy(ports, { open, finish: (opened) => raiseCost(ports, opened, nowMs) }, nowMs)
}

/** Where nothing opens, all of it is kept for whoever can still make something of it. */
async function openOrKeep(
  ports: VaultPorts,
  findings: Findings,
  masterPassword: string,
  nowMs: number,
): Promise<OpenedWithPassword<Candidate>> {
  try {
    return await openWithPassword(findings.candidates, masterPassword, ports.deriveKek)
  } catch (error) {
    if (toErrorCode(error) === 'vault-damaged') {
      await keepDamaged(ports.files, everything(findings), nowMs).catch(() => undefined)
    }
    throw error
  }
}

/** As `Vault.verifyPassword`. */
export async function verifyPassword(ports: VaultPorts, masterPassword: string): Promise<boolean> {
  try {
    const { candidates } = await findCandidates(ports)
    const opened = await openWithPassword(candidates, masterPassword, ports.deriveKek)
    wipe(opened.dek)
    return true
  } catch (error) {
    const code = toErrorCode(error)
    if (code === 'password-wrong' || code === 'password-empty') return false
    throw error
  }
}
