import { describe, expect, it } from 'vitest'
import { passwordStrength } from '@/utils/password/strength'
import { type FillRandom, randomBelow, randomWords } from '@/utils/password/words'

/** Hands out these numbers of 16 bits, high byte first. */
function drawing(...numbers: number[]): FillRandom {
  return (bytes) => {
    const next = numbers.shift() ?? 0
    bytes.set([next >> 8, next & 0xff])
  }
}

describe('a random number below a limit', () => {
  it('takes what is drawn modulo the limit', () => {
    expect(randomBelow(7776, drawing(0))).toBe(0)
    expect(randomBelow(7776, drawing(7775))).toBe(7775)
    expect(randomBelow(7776, drawing(7776))).toBe(0)
    expect(randomBelow(65_536, drawing(65_535))).toBe(65_535)
    expect(randomBelow(1, drawing(65_535))).toBe(0)
  })

  it('throws away draws above the largest multiple of the limit', () => {
    expect(randomBelow(7776, drawing(62_207))).toBe(7775)
    expect(randomBelow(7776, drawing(62_208, 65_535, 5))).toBe(5)
  })

  it('is as likely to be any number', () => {
    const counts = new Map<number, number>()
    for (let drawn = 0; drawn < 65_536; drawn += 1) {
      const below = randomBelow(6, drawing(drawn, 0))
      counts.set(below, (counts.get(below) ?? 0) + (drawn < 65_532 ? 1 : 0))
    }
    expect([...counts.values()]).toEqual(Array(6).fill(10_922))
  })
})

describe('random words', () => {
  it('come from the EFF large list', async () => {
    expect(await randomWords(4, drawing(0, 7775, 1, 1))).toEqual([
      'abacus',
      'zoom',
      'abdomen',
      'abdomen',
    ])
  })

  it('are 7,776, all different, all of plain letters or hyphens', async () => {
    const all = await randomWords(7776, drawing(...Array(7776).keys()))
    expect(new Set(all).size).toBe(7776)
    expect(all.every((word) => /^[a-z-]{3,9}$/.test(word))).toBe(true)
  })

  it('make a master password above the floor, four at a time', async () => {
    const fill: FillRandom = (bytes) => void crypto.getRandomValues(bytes)
    for (let round = 0; round < 5; round += 1) {
      const password = (await randomWords(4, fill)).join('-')
      expect(await passwordStrength(password)).toMatchObject({ acceptable: true })
    }
  })
})
