import type { Bytes } from '@/utils/bytes/bytes'
import { wipe } from '@/utils/bytes/wipe'
import { AppError, toErrorCode } from '@/utils/errors/app-error'
import { vaultEnvelope } from './envelope'
import type { KdfCost } from './kdf'
import { isOtherKey } from './keying'
import { type Opened, openNewest } from './open-newest'
import { findPasswordSlot, passwordSlots } from './slot'
import type { DeriveKek, SealedGeneration } from './vault'
import { decodeVaultHeader, type VaultHeader } from './vault-header'

/** A vault opened by its password. */
export interface OpenedWithPassword<T extends SealedGeneration = SealedGeneration>
  extends Opened<T> {
  readonly vaultId: string
  /** 32 bytes; whoever holds it wipes it. */
  readonly dek: Bytes
  /** What the header asks of its derivation; a new header asks no less. */
  readonly cost: KdfCost
  /** The form of the password that opened it: see `OpenedSlot`. */
  readonly form: string
}

/**
 * Opens the newest generation that the password opens. Throws `vault-missing`, `password-empty`,
 * `password-wrong`, `vault-damaged`, `vault-newer`, `kdf-refused`, `kdf-failed`.
 */
export async function openWithPassword<T extends SealedGeneration>(
  generations: readonly T[],
  masterPassword: string,
  deriveKek: DeriveKek,
): Promise<OpenedWithPassword<T>> {
  if (masterPassword === '') throw new AppError('password-empty')
  if (generations.length === 0) throw new AppError('vault-missing')
  let failure = new AppError('vault-damaged', 'no header reads')
  let isKeyFound = false
  const refusing: T[] = []
  for (const keyed of withDistinctHeaders(readableOf(generations))) {
    try {
      const opened = await openUnder(keyed, generations, refusing, masterPassword, deriveKek)
      if (typeof opened !== 'string') return opened
      isKeyFound ||= opened === 'nothing'
    } catch (error) {
      failure = moreTelling(failure, error)
      if (isUnopened(error)) refusing.push(keyed)
    }
  }
  // The password was right: that says more than what any other header can.
  throw isKeyFound ? new AppError('vault-damaged', 'no generation opens') : failure
}

/**
 * Opens the newest generation under the key that the header of `keyed` wraps: `nothing` if none
 * opens. `outdated` if a newer sound header refused the password, or could not be tried: it is an
 * old one, and what it still opens was left by a change of the password that was cut short.
 */
async function openUnder<T extends SealedGeneration>(
  keyed: T,
  generations: readonly T[],
  refusing: readonly T[],
  masterPassword: string,
  deriveKek: DeriveKek,
): Promise<OpenedWithPassword<T> | 'nothing' | 'outdated'> {
  const { slots } = decodeVaultHeader(keyed.protected)
  const { dek, form } = await findPasswordSlot(vaultEnvelope, slots, masterPassword, deriveKek)
  try {
    const isOutdated = refusing.some((newer) => isOtherKey(newer, keyed))
    const opened = isOutdated ? null : await openNewest(generations, dek)
    if (opened !== null) {
      const header = decodeVaultHeader(opened.sealed.protected)
      return { ...opened, vaultId: header.vaultId, dek, cost: costOf(header), form }
    }
    wipe(dek)
    return isOutdated ? 'outdated' : 'nothing'
  } catch (error) {
    wipe(dek)
    throw error
  }
}

/**
 * Those whose header this version may try. A save has one header: where one of the same number
 * reads, another that asks for a newer version is damage. Throws `vault-newer` where none does.
 */
function readableOf<T extends SealedGeneration>(generations: readonly T[]): T[] {
  const outcomes = generations.map(({ protected: text }) => readingOf(text))
  const highest = (outcome: string) =>
    Math.max(0, ...generations.map((each, at) => (outcomes[at] === outcome ? each.generation : 0)))
  if (highest('vault-newer') > highest('sound')) throw new AppError('vault-newer')
  return generations.filter((_, at) => outcomes[at] !== 'vault-newer')
}

function readingOf(protectedText: string): string {
  try {
    decodeVaultHeader(protectedText)
    return 'sound'
  } catch (error) {
    return toErrorCode(error)
  }
}

/**
 * Generations share one header from one password change to the next; where a damaged one differs,
 * each distinct header is tried, newest first.
 */
function withDistinctHeaders<T extends SealedGeneration>(generations: readonly T[]): T[] {
  const texts = generations.map((sealed) => sealed.protected)
  return generations.filter((sealed, index) => texts.indexOf(sealed.protected) === index)
}

/** From what says least to what says most; anything else ends the search. */
const steppable = ['vault-damaged', 'kdf-refused', 'kdf-failed', 'password-wrong']

/** Whether the header may be sound all the same: the password is not its, or memory is short. */
function isUnopened(error: unknown): boolean {
  const code = toErrorCode(error)
  return code === 'password-wrong' || code === 'kdf-failed'
}

function moreTelling(known: AppError, found: unknown): AppError {
  if (!(found instanceof AppError) || !steppable.includes(found.code)) throw found
  return steppable.indexOf(found.code) > steppable.indexOf(known.code) ? found : known
}

/** The dearest that a header asks of one try. */
export function costOf({ slots }: VaultHeader): KdfCost {
  const costs = passwordSlots(slots).map((slot) => slot.kdf)
  return {
    m: Math.max(...costs.map((kdf) => kdf.m)),
    t: Math.max(...costs.map((kdf) => kdf.t)),
    p: Math.max(...costs.map((kdf) => kdf.p)),
  }
}
