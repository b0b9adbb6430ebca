import { describe, expect, it } from 'vitest'
import { AppError } from '@/utils/errors/app-error'
import { calibrate } from '@/utils/vault/calibrate'
import { defaultCost, type KdfCost, type KdfParameters } from '@/utils/vault/kdf'
import { codeOf } from './error-code'

/** A computer: how long a derivation takes by KiB and pass, and how much memory it gives. */
function computer({ msPerMib = 1, mostKib = Number.POSITIVE_INFINITY, slowdown = 1 } = {}) {
  const asked: KdfParameters[] = []
  let timeMs = 0
  return {
    asked,
    clockMs: () => timeMs,
    elapsedMs: () => timeMs,
    derive: async (kdf: KdfParameters) => {
      asked.push(kdf)
      if (kdf.m > mostKib) throw new AppError('kdf-failed')
      const isFirst = asked.length === 1
      timeMs += ((kdf.m * kdf.t) / 1024 / 3) * msPerMib * (isFirst ? 1 : slowdown)
      return new Uint8Array(32).fill(asked.length)
    },
  }
}

const costOf = ({ m, t, p }: KdfCost) => ({ m, t, p })

describe('a new key', () => {
  it.each([
    ['a quick computer', { msPerMib: 1 }, 262_144],
    ['one that would need 500 ms for 256 MiB', { msPerMib: 500 / 256 }, 131_072],
    ['one that needs a little less', { msPerMib: 499 / 256 }, 262_144],
    ['one that would need 500 ms for 128 MiB', { msPerMib: 500 / 128 }, 65_536],
    ['a slow computer', { msPerMib: 20 }, 65_536],
    ['one whose measurement says more than the prediction', { msPerMib: 3, slowdown: 2 }, 65_536],
    ['one that has no memory for more', { mostKib: 65_536 }, 65_536],
  ])('on %s costs what stays under half a second', async (_, options, m) => {
    const { derive, clockMs } = computer(options)
    const { kdf } = await calibrate(derive, clockMs)
    expect(costOf(kdf)).toEqual({ m, t: 3, p: 1 })
  })

  it.each([0.5, 1, 1.9, 2, 3, 3.9, 4, 7.7, 12])(
    'takes at most a second and a half on a computer of %s ms for each MiB',
    async (msPerMib) => {
      for (const slowdown of [1, 1.5, 2]) {
        const machine = computer({ msPerMib, slowdown })
        await calibrate(machine.derive, machine.clockMs)
        expect(machine.elapsedMs()).toBeLessThan(1_500)
      }
    },
  )

  it('is the one that its parameters gave, and has a salt of its own', async () => {
    const { derive, clockMs, asked } = computer({ msPerMib: 500 / 256 })
    const { kdf, kek } = await calibrate(derive, clockMs)
    expect(asked[(kek[0] ?? 0) - 1]).toEqual(kdf)
    expect(new Set(asked.map(({ salt }) => salt)).size).toBe(asked.length)
  })

  it('leaves none of the others behind', async () => {
    const keks: Uint8Array[] = []
    const { derive, clockMs } = computer()
    const { kek } = await calibrate(async (kdf) => {
      const derived = await derive(kdf)
      keks.push(derived)
      return derived
    }, clockMs)
    expect(keks.filter((each) => each.some((byte) => byte !== 0))).toEqual([kek])
  })

  it('costs the default where nothing can be timed', async () => {
    const { derive, asked } = computer({ msPerMib: 0 })
    expect(costOf((await calibrate(derive)).kdf)).toEqual(defaultCost)
    expect(asked).toHaveLength(1)
  })
})

describe('a new key after an older one', () => {
  it.each<[KdfCost, KdfCost]>([
    [
      { m: 262_144, t: 3, p: 1 },
      { m: 262_144, t: 3, p: 1 },
    ],
    [
      { m: 131_072, t: 4, p: 2 },
      { m: 131_072, t: 4, p: 2 },
    ],
    [
      { m: 65_536, t: 9, p: 1 },
      { m: 65_536, t: 9, p: 1 },
    ],
    [
      { m: 19_456, t: 16, p: 1 },
      { m: 65_536, t: 5, p: 1 },
    ],
    [{ m: 32_768, t: 6, p: 1 }, defaultCost],
    [{ m: 19_456, t: 1, p: 1 }, defaultCost],
  ])('of %o never asks less, however slow the computer', async (previous, least) => {
    const { derive, clockMs } = computer({ msPerMib: 50 })
    expect(costOf((await calibrate(derive, clockMs, previous)).kdf)).toEqual(least)
  })

  it('is not made cheaper for want of memory', async () => {
    const { derive, clockMs } = computer({ mostKib: 40_000 })
    expect(await codeOf(() => calibrate(derive, clockMs, defaultCost))).toBe('kdf-failed')
    const lean = { m: 32_768, t: 6, p: 1 }
    expect(costOf((await calibrate(derive, clockMs, lean)).kdf)).toEqual(lean)
  })
})

describe('where there is no memory for the default', () => {
  it.each([
    [65_535, { m: 47_104, t: 4, p: 1 }],
    [47_103, { m: 32_768, t: 6, p: 1 }],
    [32_767, { m: 19_456, t: 10, p: 1 }],
  ])('but only for %s KiB, less is taken with more passes', async (mostKib, cost) => {
    const { derive, clockMs } = computer({ mostKib })
    expect(costOf((await calibrate(derive, clockMs)).kdf)).toEqual(cost)
  })

  it('nor for the least there is, nothing is made', async () => {
    const { derive, clockMs } = computer({ mostKib: 19_455 })
    expect(await codeOf(() => calibrate(derive, clockMs))).toBe('kdf-failed')
  })

  it('guesses cost about as many passes over memory as with it', async () => {
    for (const mostKib of [50_000, 40_000, 20_000]) {
      const { derive } = computer({ mostKib })
      const { kdf } = await calibrate(derive)
      expect((kdf.m * kdf.t) / (defaultCost.m * defaultCost.t)).toBeGreaterThan(0.95)
    }
  })
})

it('other failures are not taken for want of memory', async () => {
  const broken = () => Promise.reject(new AppError('password-empty'))
  expect(await codeOf(() => calibrate(broken))).toBe('password-empty')
})
