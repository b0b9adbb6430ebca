import { wipe } from '@/utils/bytes/wipe'
import { AppError } from '@/utils/errors/app-error'
import { findCandidates } from './candidates'
import { damageIn } from './damage'
import { keepDamaged } from './damaged-files'
import { resealDrafts } from './drafts'
import { readMark } from './high-water'
import { openWithPassword } from './open-with-password'
import { saveGeneration } from './save'
import { startSession } from './session'
import { mishapOf, standingOf, withMishap } from './standing'
import type { VaultPorts } from './vault'
import { newKeyedHeader } from './vault-header'

/**
 * As `Vault.changePassword`, once; runs alone. One save of the new header, key and body drops
 * everything sound under the old key: all or nothing. The copies follow before it is answered.
 */
export async function changePassword(
  ports: VaultPorts,
  masterPassword: string,
  newPassword: string,
  nowMs: number,
): Promise<void> {
  if (newPassword === '') throw new AppError('password-empty')
  const mark = await readMark(ports.highWater)
  const findings = await findCandidates(ports)
  const { candidates, storeNewest: newest } = findings
  const opened = await openWithPassword(candidates, masterPassword, ports.deriveKek)
  const { dek: oldDek, document, sealed, vaultId, cost } = opened
  try {
    const damage = await damageIn(findings, sealed, oldDek)
    await keepDamaged(ports.files, damage, nowMs).catch(() => undefined)
    const header = await newKeyedHeader(vaultId, newPassword, ports, { previous: cost })
    try {
      const base = { ...header, newest, opened: sealed.generation, oldDek }
      const noted = withMishap(document, mishapOf(standingOf(opened, candidates, mark), nowMs))
      await saveGeneration(ports, base, noted, nowMs, 1)
      await resealDrafts(ports.drafts, vaultId, oldDek, header.dek)
      await startSession(ports, vaultId, header.dek, nowMs, document.settings)
    } finally {
      wipe(header.dek)
    }
  } finally {
    wipe(oldDek)
  }
}
