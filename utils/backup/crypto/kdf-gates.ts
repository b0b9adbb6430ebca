import { AppError } from '@/utils/errors/app-error'

/** Argon2 parameters as a foreign file states them: memory in KiB, passes, lanes. */
export interface Argon2Cost {
  readonly m: number
  readonly t: number
  readonly p: number
}

const mostArgon2: Argon2Cost = { m: 1024 * 1024, t: 64, p: 16 }
const mostScryptBytes = 256 * 1024 * 1024
const mostScryptLanes = 16
const mostIterations = 10_000_000

/** A text or a salt longer than this is no salt of any app. */
export const longestSaltBytes = 1024

/** The gate before Argon2 takes any memory: at most 1 GiB, 64 passes, 16 lanes. Throws `kdf-refused`. */
export function gateArgon2({ m, t, p }: Argon2Cost): void {
  const bounded = isWithin(m, mostArgon2.m) && isWithin(t, mostArgon2.t)
  if (!bounded || !isWithin(p, mostArgon2.p)) throw new AppError('kdf-refused')
}

/** The gate before scrypt: N a power of two, N * r * 128 at most 256 MiB. Throws `kdf-refused`. */
export function gateScrypt(n: number, r: number, p: number): void {
  const isPower = isWithin(n, mostScryptBytes) && n > 1 && (n & (n - 1)) === 0
  const isSmall =
    isWithin(r, 1024) && isWithin(p, mostScryptLanes) && n * r * 128 <= mostScryptBytes
  if (!isPower || !isSmall) throw new AppError('kdf-refused')
}

/** The gate before PBKDF2 and other loops: at most 10,000,000 rounds. Throws `kdf-refused`. */
export function gateIterations(iterations: number, most: number = mostIterations): void {
  if (!isWithin(iterations, most)) throw new AppError('kdf-refused')
}

function isWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most
}
