import { fromBase64, toBase64 } from '@/utils/bytes/base64'
import { AppError } from '@/utils/errors/app-error'
import { randomBytes } from './aes-gcm'

/** Argon2id parameters as they stand in a header (RFC 9106 section 3.1). */
export interface KdfParameters {
  readonly name: 'argon2id'
  readonly version: 19
  /** Memory in KiB. */
  readonly m: number
  /** Passes. */
  readonly t: number
  /** Lanes. */
  readonly p: number
  /** base64 of 16 bytes. */
  readonly salt: string
}

/** KDF parameters as a hostile file may state them. */
export interface StatedKdf {
  readonly name: string
  readonly version: number
  readonly m: number
  readonly t: number
  readonly p: number
  readonly salt: string
}

/** The cost of a guess: memory in KiB, passes, lanes. */
export type KdfCost = Pick<KdfParameters, 'm' | 't' | 'p'>

/** What is written: RFC 9106's memory for small devices, one lane as browsers run no more. */
export const defaultCost: KdfCost = { m: 65_536, t: 3, p: 1 }

const saltSizeBytes = 16
/** Below the least nobody is safe, above the most nobody waits. */
const bounds = { m: [19_456, 262_144], t: [1, 16], p: [1, 16] } as const

/**
 * What all tries of one password may cost together, in KiB times passes: some twenty times what one
 * try costs with the default, seconds and not minutes.
 */
const mostWork = 2 ** 22

function within(value: number, [least, most]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

/**
 * The gate before any memory is taken: Argon2id version 19 (0x13), m 19456 to 262144 KiB, t and p
 * 1 to 16, a salt of 16 bytes; everything else throws `kdf-refused`.
 */
export function gateKdf({ name, version, m, t, p, salt }: StatedKdf): KdfParameters {
  const bounded = within(m, bounds.m) && within(t, bounds.t) && within(p, bounds.p)
  if (name !== 'argon2id' || version !== 19 || !bounded) throw new AppError('kdf-refused')
  if (fromBase64(salt, 'kdf-refused').length !== saltSizeBytes) throw new AppError('kdf-refused')
  return { name, version, m, t, p, salt }
}

/**
 * The gate before the first of several derivations: `tries` for each of `costs`. Lanes run one
 * after the other here and cost nothing more. Throws `kdf-refused`.
 */
export function gateWork(costs: readonly KdfCost[], tries: number): void {
  const work = costs.reduce((sum, { m, t }) => sum + m * t * tries, 0)
  if (work > mostWork) throw new AppError('kdf-refused', 'too much work')
}

/**
 * What is written where there is no memory for the default: less of it, and more passes, so that a
 * guess takes about as long. It asks for less hardware all the same, so the user is told.
 */
export const leanCosts: readonly KdfCost[] = [
  { m: 47_104, t: 4, p: 1 },
  { m: 32_768, t: 6, p: 1 },
  { m: 19_456, t: 10, p: 1 },
]

/** The most memory that readers take, in KiB. */
export const mostMemoryKib = bounds.m[1]

/** Whether `cost` asks for no less memory and no less work than `other`. */
export function isNoCheaper(cost: KdfCost, other: KdfCost): boolean {
  return cost.m >= other.m && cost.m * cost.t >= other.m * other.t
}

/** Whether a header asks less than the default of today in any way: it is raised when it can be. */
export function isBelowDefault({ m, t, p }: KdfCost): boolean {
  return m < defaultCost.m || t < defaultCost.t || p < defaultCost.p
}

/** The default, raised to what `previous` asked: in memory, in lanes and in work. */
export function atLeast(previous: KdfCost): KdfCost {
  const m = Math.max(defaultCost.m, previous.m)
  const t = Math.max(defaultCost.t, Math.ceil((previous.m * previous.t) / m))
  return { m, t, p: Math.max(defaultCost.p, previous.p) }
}

/** Parameters of that cost with a fresh salt. */
export function withFreshSalt({ m, t, p }: KdfCost): KdfParameters {
  return { name: 'argon2id', version: 19, m, t, p, salt: toBase64(randomBytes(saltSizeBytes)) }
}

/** Parameters with a fresh salt, no cheaper than the default nor than `previous`. */
export function freshKdf(previous: KdfCost = defaultCost): KdfParameters {
  return withFreshSalt(atLeast(previous))
}
