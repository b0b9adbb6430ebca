import type { Bytes } from '@/utils/bytes/bytes'
import { wipe } from '@/utils/bytes/wipe'
import { AppError, toErrorCode } from '@/utils/errors/app-error'
import { type Findings, findCandidates } from './candidates'
import { openNewestWithSession } from './open-newest'
import { openPasskeySlot, type PasskeyAnswer, passkeySlots } from './passkey-slot'
import { type OpenedByKey, unlockBy } from './unlock-by'
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
 * nothing below a newer header either.
 */
export async function unlockWithPasskey(
  ports: VaultPorts,
  answer: PasskeyAnswer,
  nowMs: number,
): Promise<OpenReport> {
  return await unlockBy(ports, { open: (findings) => openBySlot(findings, answer) }, nowMs)
}

async function openBySlot({ candidates }: Findings, answer: PasskeyAnswer): Promise<OpenedByKey> {
  const header = newestHeader(candidates)
  const dek = await openSlot(header, answer)
  try {
    const opened = await openNewestWithSession(candidates, dek)
    if (opened === null) throw new AppError('vault-damaged', 'no generation opens')
    return { ...opened, vaultId: header.vaultId, dek }
  } catch (error) {
    wipe(dek)
    throw error
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
