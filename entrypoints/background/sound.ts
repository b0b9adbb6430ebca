import { authenticates } from '@/utils/vault/generation'
import { withDek } from '@/utils/vault/session'
import type { KeySessionStore, SealedGeneration } from '@/utils/vault/vault'

/** What judging a save needs from the outside. */
export interface SoundPorts {
  readonly session: Pick<KeySessionStore, 'read'>
  readonly sleep: (ms: number) => Promise<void>
}

/** A save under a new key is there a moment before the key: see [Note: A new key]. */
const newKeyMs = 3_000

/**
 * Whether the key at hand opens a save, so that not a byte of it was changed. True too where none
 * is: a locked vault's saves are taken at their word.
 */
export async function isSound(sealed: SealedGeneration, ports: SoundPorts): Promise<boolean> {
  if (await opens(sealed, ports)) return true
  await ports.sleep(newKeyMs)
  return await opens(sealed, ports)
}

async function opens(sealed: SealedGeneration, { session }: SoundPorts): Promise<boolean> {
  const held = await session.read()
  return held === null || (await withDek(held, (dek) => authenticates(dek, sealed)))
}
