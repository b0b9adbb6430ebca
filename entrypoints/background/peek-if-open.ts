import { toErrorCode } from '@/utils/errors/app-error'
import type { VaultDocument } from '@/utils/vault/document'
import type { Vault } from '@/utils/vault/vault'

/** What looking into the vault for a page takes. */
export interface PeekPorts {
  /** A look is no use: a page that asks would keep the vault open for ever. */
  readonly vault: Pick<Vault, 'status' | 'peek'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/**
 * What is in the vault where it is open, else why there is nothing to see. Looks before it asks: most
 * of the time it is open, and a page waits. Throws what looking into an open vault does.
 */
export async function peekIfOpen({
  vault,
  now,
}: PeekPorts): Promise<VaultDocument | 'locked' | 'none'> {
  try {
    return await vault.peek(now())
  } catch (error) {
    if (toErrorCode(error) !== 'vault-locked') throw error
    const status = await vault.status(now())
    // Opened this very moment.
    return status === 'unlocked' ? await vault.peek(now()) : status
  }
}
