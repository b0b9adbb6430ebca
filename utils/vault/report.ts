import { isRolledBack } from './high-water'
import { type Loaded, withLoaded } from './load'
import type { OpenReport, VaultPorts } from './vault'

/** What opening found, for the user to be told. */
export async function reportOn(
  { highWater }: VaultPorts,
  { document, skipped, newest }: Pick<Loaded, 'document' | 'skipped' | 'newest'>,
  nowMs: number,
): Promise<OpenReport> {
  return {
    skippedGenerations: skipped,
    rolledBack: await isRolledBack(highWater, newest),
    clockBehindMs: Math.max(0, (document.savedAtMs ?? 0) - nowMs),
  }
}

/** As `Vault.inspect`. */
export function inspect(ports: VaultPorts, nowMs: number): Promise<OpenReport> {
  return withLoaded(ports, nowMs, (loaded) => reportOn(ports, loaded, nowMs))
}
