import { wipe } from '@/utils/bytes/wipe'
import { toErrorCode } from '@/utils/errors/app-error'
import { type Candidate, type Findings, findCandidates } from './candidates'
import { everything } from './damage'
import { keepDamaged } from './damaged-files'
import { readMark } from './high-water'
import { mend } from './mend'
import { type OpenedWithPassword, openWithPassword } from './open-with-password'
import { raiseCost } from './raise-cost'
import { reportOn } from './report'
import { retryOnConflict } from './save'
import { standingOf } from './standing'
import { startOpened } from './start-opened'
import type { OpenReport, VaultPorts } from './vault'

/** As `Vault.unlock`. Tries again with what lies there then where it was overtaken. */
export async function unlock(
  ports: VaultPorts,
  masterPassword: string,
  nowMs: number,
): Promise<OpenReport> {
  return await retryOnConflict(() => unlockOnce(ports, masterPassword, nowMs))
}

async function unlockOnce(
  ports: VaultPorts,
  masterPassword: string,
  nowMs: number,
): Promise<OpenReport> {
  // Before the generations: a save that falls between does not look lost.
  const mark = await readMark(ports.highWater)
  const findings = await findCandidates(ports)
  const opened = await openOrKeep(ports, findings, masterPassword, nowMs)
  try {
    await startOpened(ports, findings, opened, nowMs)
    const standing = standingOf(opened, findings.candidates, mark)
    const copied = await mend(ports, { opened, findings, standing }, opened.dek, nowMs)
    await raiseCost(ports, opened, nowMs)
    return reportOn(opened, standing, copied, nowMs)
  } finally {
    wipe(opened.dek)
  }
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
