import type { Bytes } from '@/utils/bytes/bytes'
import { wipe } from '@/utils/bytes/wipe'
import { type Candidate, type Findings, findCandidates } from './candidates'
import { readMark } from './high-water'
import { mend } from './mend'
import type { Opened } from './open-newest'
import { reportOn } from './report'
import { retryOnConflict } from './save'
import { standingOf } from './standing'
import { startOpened } from './start-opened'
import type { OpenReport, VaultPorts } from './vault'

/** What a way of unlocking opened among the candidates. */
export interface OpenedByKey extends Opened<Candidate> {
  readonly vaultId: string
  /** 32 bytes; wiped when the unlocking is over. */
  readonly dek: Bytes
}

/** One way of unlocking: by the password, by a passkey. */
export interface WayToOpen<T extends OpenedByKey> {
  readonly open: (findings: Findings) => Promise<T>
  /** What is left to do with what this way alone knows. */
  readonly finish?: (opened: T) => Promise<void>
}

/**
 * Unlocks: opens the newest generation, begins a session, mends what was found amiss and reports
 * it. Tries again with what lies there then where another window overtook it.
 */
export async function unlockBy<T extends OpenedByKey>(
  ports: VaultPorts,
  way: WayToOpen<T>,
  nowMs: number,
): Promise<OpenReport> {
  return await retryOnConflict(() => unlockOnce(ports, way, nowMs))
}

async function unlockOnce<T extends OpenedByKey>(
  ports: VaultPorts,
  { open, finish }: WayToOpen<T>,
  nowMs: number,
): Promise<OpenReport> {
  // Before the generations: a save that falls between does not look lost.
  const mark = await readMark(ports.highWater)
  const findings = await findCandidates(ports)
  const opened = await open(findings)
  try {
    await startOpened(ports, findings, opened, nowMs)
    const standing = standingOf(opened, findings.candidates, mark)
    const copied = await mend(ports, { opened, findings, standing }, opened.dek, nowMs)
    await finish?.(opened)
    return reportOn(opened, standing, copied, nowMs)
  } finally {
    wipe(opened.dek)
  }
}
