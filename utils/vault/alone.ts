import type { VaultPorts } from './vault'

/** Runs `work` alone: everything that saves or removes a vault does, one at a time. */
export function alone<T>(ports: VaultPorts, work: () => Promise<T>): Promise<T> {
  return ports.exclusively('vault', work)
}
