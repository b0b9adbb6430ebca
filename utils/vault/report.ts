import type { Candidate } from './candidates'
import { isCopied, readSlots } from './copies'
import { withLoaded } from './load'
import type { Opened } from './open-newest'
import type { Standing } from './standing'
import type { OpenReport, VaultPorts } from './vault'

/** What opening found, for the user to be told. */
export function reportOn(
  { document }: Pick<Opened<Candidate>, 'document'>,
  standing: Standing,
  copied: boolean,
  nowMs: number,
): OpenReport {
  const clockBehindMs = Math.max(0, (document.savedAtMs ?? 0) - nowMs)
  return { ...standing, clockBehindMs, copied }
}

/** As `Vault.inspect`. */
export function inspect(ports: VaultPorts, nowMs: number): Promise<OpenReport> {
  return withLoaded(ports, nowMs, async (loaded) => {
    const slots = await readSlots(ports.files).catch(() => [])
    return reportOn(loaded, loaded.standing, isCopied(slots, loaded.sealed), nowMs)
  })
}
