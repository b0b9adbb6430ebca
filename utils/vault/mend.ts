import type { Bytes } from '@/utils/bytes/bytes'
import { alone } from './alone'
import { type Candidate, type Findings, findCandidates } from './candidates'
import { isCopied, writeCopy } from './copies'
import { damageIn } from './damage'
import { keepDamaged } from './damaged-files'
import { highestOf, noteHighWater, readMark } from './high-water'
import { mishapOf, withMishap } from './mishap'
import { type Opened, openNewest } from './open-newest'
import { saveGeneration } from './save'
import { type Standing, standingOf } from './standing'
import type { VaultPorts } from './vault'

/** What opening with a password came to. */
export interface Unlocked {
  readonly opened: Opened<Candidate>
  readonly findings: Findings
  readonly standing: Standing
}

/**
 * Sets right what opening found amiss: keeps what is damaged, saves the opened state anew above
 * all that is known of, so that it is in both places and the next save cannot drop it, and brings
 * the copy up. True if the copy is there in the end.
 * Never throws: the vault is open all the same.
 */
export async function mend(
  ports: VaultPorts,
  { opened, findings, standing }: Unlocked,
  dek: Bytes,
  nowMs: number,
): Promise<boolean> {
  try {
    const isEven = isCopied(findings.slots ?? [], opened.sealed)
    const isWell = isEven && mishapOf(standing, nowMs) === null
    if (isWell && (await damageIn(findings, opened.sealed, dek)).length === 0) return true
    return await alone(ports, () => setRight(ports, findings, dek, nowMs))
  } catch {
    return false
  }
}

/** Looks again, because others may have saved until it was alone, or set it right already. */
async function setRight(
  ports: VaultPorts,
  before: Findings,
  dek: Bytes,
  nowMs: number,
): Promise<boolean> {
  const mark = await readMark(ports.highWater)
  const findings = await findCandidates(ports)
  const opened = await openNewest(findings.candidates, dek)
  if (opened === null || isOvertaken(before, findings, opened.sealed)) return false
  const damage = await damageIn(findings, opened.sealed, dek)
  await keepDamaged(ports.files, damage, nowMs).catch(() => undefined)
  const { sealed, document } = opened
  const mishap = mishapOf(standingOf(opened, findings.candidates, mark), nowMs)
  if (mishap === null) return await writeCopy(ports, sealed, nowMs)
  // What cannot be read now may be newer: nothing is put above it yet, unless it is known not to be.
  const isNewest = findings.isStoreBroken && findings.slots !== null && sealed.generation >= mark
  if (!findings.isComplete && !isNewest) return false
  // Should the save fail, reading with the session's key must not stop at an older one.
  await noteHighWater(ports.highWater, highestOf(sealed.generation, [mark]))
  const base = {
    dek,
    protected: sealed.protected,
    newest: findings.storeNewest,
    opened: sealed.generation,
    isStoreBroken: findings.isStoreBroken,
  }
  const noted = withMishap(document, mishap)
  return (await saveGeneration(ports, base, noted, document.savedAtMs ?? nowMs)).copied
}

/** Whether something was saved since that does not open: it is under another key, ours is old. */
function isOvertaken(before: Findings, now: Findings, opened: Candidate): boolean {
  const newestOf = ({ candidates }: Findings) => candidates[0]?.generation ?? 0
  return newestOf(now) > Math.max(newestOf(before), opened.generation)
}
