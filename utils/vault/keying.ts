import { toErrorCode } from '@/utils/errors/app-error'
import { passwordSlots } from './slot'
import type { SealedGeneration } from './vault'
import { decodeVaultHeader, type VaultHeader } from './vault-header'

/**
 * Whether two generations of one vault were sealed under different passwords or derivations: both
 * headers are sound and nothing of their slots is the same. Damage to a header leaves most of it.
 */
export function isOtherKey(a: SealedGeneration, b: SealedGeneration): boolean {
  if (a.protected === b.protected) return false
  const [headerA, headerB] = [soundHeader(a), soundHeader(b)]
  if (headerA === null || headerB === null || headerA.vaultId !== headerB.vaultId) return false
  const [traitsA, traitsB] = [traits(headerA), traits(headerB)]
  if (traitsA.length === 0 || traitsB.length === 0) return false
  return !traitsB.some((trait) => traitsA.includes(trait))
}

/** Every change of the password makes all of these anew. */
function traits({ slots }: VaultHeader): string[] {
  return passwordSlots(slots).flatMap(({ kdf, nonce, key }) => [kdf.salt, nonce, key])
}

function soundHeader(sealed: SealedGeneration): VaultHeader | null {
  try {
    return decodeVaultHeader(sealed.protected)
  } catch (error) {
    if (toErrorCode(error) === 'unexpected') throw error
    return null
  }
}
