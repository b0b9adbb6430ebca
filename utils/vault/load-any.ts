import type { Bytes } from '@/utils/bytes/bytes'
import { findCandidates } from './candidates'
import { readMark } from './high-water'
import type { Loaded } from './load'
import { openNewestWithSession } from './open-newest'
import { standingOf } from './standing'
import type { VaultPorts } from './vault'

/** Whatever opens, in both places; or why the session is of no use any more. */
export async function loadAny(
  ports: VaultPorts,
  dek: Bytes,
): Promise<Loaded | 'vault-missing' | 'vault-locked'> {
  // Before the generations: a save that falls between does not look lost.
  const mark = await readMark(ports.highWater)
  const { candidates, storeNewest, isStoreBroken } = await findCandidates(ports)
  const opened = await openNewestWithSession(candidates, dek)
  if (opened === null) return candidates.length === 0 ? 'vault-missing' : 'vault-locked'
  const standing = standingOf(opened, candidates, mark)
  return { ...opened, newest: storeNewest, isStoreBroken, standing }
}
