import type { Bytes } from '@/utils/bytes/bytes'
import { wipe } from '@/utils/bytes/wipe'
import { AppError, toErrorCode } from '@/utils/errors/app-error'
import { findCandidates } from './candidates'
import { readMark } from './high-water'
import { mend } from './mend'
import { openNewestWithSession } from './open-newest'
import { openPasskeySlot, type PasskeyAnswer, passkeySlots } from './passkey-slot'
import { reportOn } from './report'
import { retryOnConflict } from './save'
import { standingOf } from './standing'
import { startOpened } from './start-opened'
import type { OpenReport, SealedGeneration, VaultPorts } from './vault'
import { decodeVaultHeader, type VaultHeader } from './vault-header'

/** What to ask of which passkey. */
export interface PasskeyQuestion {
  /** base64 of the credential's id. */
  readonly credential: string
  /** base64 of 32 bytes. */
  readonly salt: string
}

/** As `Passkeys.questions`. */
export async function passkeyQuestions(ports: VaultPorts): Promise<readonly PasskeyQuestion[]> {
  try {
    const { slots } = newestHeader((await findCandidates(ports)).candidates)
    return passkeySlots(slots).map(({ credential, salt }) => ({ credential, salt }))
  } catch (error) {
    if (error instanceof AppError) return []
    throw error
  }
}

/**
 * As `Passkeys.unlock`. The newest header that reads is the only one asked: a passkey that was
 * removed finds its slot in no older one. The key it gives counts as a session's does, so it opens
 * nothing below a newer header either. Tries again where another window overtook it.
 */
export async function unlockWithPasskey(
  ports: VaultPorts,
  answer: PasskeyAnswer,
  nowMs: number,
): Promise<OpenReport> {
  return await retryOnConflict(() => unlockOnce(ports, answer, nowMs))
}

async function unlockOnce(
  ports: VaultPorts,
  answer: PasskeyAnswer,
  nowMs: number,
): Promise<OpenReport> {
  // Before the generations: a save that falls between does not look lost.
  const mark = await readMark(ports.highWater)
  const findings = await findCandidates(ports)
  const { candidates } = findings
  const header = newestHeader(candidates)
  const dek = await openSlot(header, answer)
  try {
    const opened = await openNewestWithSession(candidates, dek)
    if (opened === null) throw new AppError('vault-damaged', 'no generation opens')
    const { vaultId } = header
    await startOpened(ports, findings, { ...opened, vaultId, dek }, nowMs)
    const standing = standingOf(opened, candidates, mark)
    const copied = await mend(ports, { opened, findings, standing }, dek, nowMs)
    return reportOn(opened, standing, copied, nowMs)
  } finally {
    wipe(dek)
  }
}

async function openSlot(
  { vaultId, slots }: VaultHeader,
  { credential, prf }: PasskeyAnswer,
): Promise<Bytes> {
  const slot = passkeySlots(slots).find((each) => each.credential === credential)
  const dek = slot === undefined ? null : await openPasskeySlot(vaultId, slot, prf)
  if (dek === null) throw new AppError('passkey-wrong')
  return dek
}

function newestHeader(generations: readonly SealedGeneration[]): VaultHeader {
  if (generations.length === 0) throw new AppError('vault-missing')
  for (const { protected: protectedText } of generations) {
    try {
      return decodeVaultHeader(protectedText)
    } catch (error) {
      if (toErrorCode(error) !== 'vault-damaged') throw error
    }
  }
  throw new AppError('vault-damaged', 'no header reads')
}
