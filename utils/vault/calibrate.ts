import type { Bytes } from '@/utils/bytes/bytes'
import { wipe } from '@/utils/bytes/wipe'
import { AppError, toErrorCode } from '@/utils/errors/app-error'
import {
  atLeast,
  defaultCost,
  isNoCheaper,
  type KdfCost,
  type KdfParameters,
  leanCosts,
  mostMemoryKib,
  withFreshSalt,
} from './kdf'

/*
 * [Note: Calibration]
 *
 * A vault is made once and guessed at for ever, so its key costs what the computer it is made on
 * gives without being felt. The default is the floor. It is derived with and timed; while twice the
 * memory would stay under the limit by that measure, twice the memory is tried, and kept if it
 * really did. Every measurement is a derivation of the new key itself, so that the last one is not
 * done in vain: in all it takes at most about twice the limit, unless the floor alone takes longer.
 *
 * Where there is no memory for the floor, less is taken with more passes, and the user is told: the
 * header says so for as long as it is so. The next unlock that has the memory raises it.
 *
 * A header that was there before is a floor too: what is written never asks less than it.
 */

/** Unlocking may take this long for the sake of what a guess costs. */
const limitMs = 500

/** A key that was derived, and how. Whoever holds it wipes it. */
export interface CalibratedKek {
  readonly kdf: KdfParameters
  /** 32 bytes. */
  readonly kek: Bytes
}

interface Measured extends CalibratedKek {
  readonly tookMs: number
}

/**
 * Derives a key as dear as this computer gives within half a second: never cheaper than `previous`,
 * and cheaper than the default only where there is no memory for it. `clockMs` runs forward;
 * without it nothing is measured and the floor is taken. Throws `kdf-failed` where there is no
 * memory for as much as it takes, and whatever else `derive` throws.
 */
export async function calibrate(
  derive: (kdf: KdfParameters) => Promise<Bytes>,
  clockMs?: () => number,
  previous?: KdfCost,
): Promise<CalibratedKek> {
  const measure = async (cost: KdfCost): Promise<Measured | null> => {
    const kdf = withFreshSalt(cost)
    const startMs = clockMs?.() ?? 0
    const kek = await orNull(() => derive(kdf))
    return kek && { kdf, kek, tookMs: (clockMs?.() ?? Number.POSITIVE_INFINITY) - startMs }
  }
  const floor = await measure(atLeast(previous ?? defaultCost))
  return floor === null ? await stepDown(measure, previous) : await stepUp(measure, floor)
}

type Measure = (cost: KdfCost) => Promise<Measured | null>

async function stepUp(measure: Measure, best: Measured): Promise<CalibratedKek> {
  const m = 2 * best.kdf.m
  if (m > mostMemoryKib || 2 * best.tookMs >= limitMs) return best
  const dearer = await measure({ ...best.kdf, m })
  if (dearer === null) return best
  const fits = dearer.tookMs < limitMs
  wipe(fits ? best.kek : dearer.kek)
  return fits ? await stepUp(measure, dearer) : best
}

async function stepDown(
  measure: Measure,
  previous: KdfCost = { m: 0, t: 0, p: 1 },
): Promise<CalibratedKek> {
  for (const cost of leanCosts.filter((lean) => isNoCheaper(lean, previous))) {
    const measured = await measure({ ...cost, p: Math.max(cost.p, previous.p) })
    if (measured !== null) return measured
  }
  throw new AppError('kdf-failed', 'no memory')
}

/** Null for want of memory, and for more work than readers would do. */
async function orNull(derive: () => Promise<Bytes>): Promise<Bytes | null> {
  try {
    return await derive()
  } catch (error) {
    const code = toErrorCode(error)
    if (code === 'kdf-failed' || code === 'kdf-refused') return null
    throw error
  }
}
