import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toOtpauthUri } from '@/utils/otp/to-otpauth-uri'
import { decode } from '@/utils/qr/decode'
import { encode } from '@/utils/qr/encode'

/** The code as a picture, each module `scale` pixels wide. */
function draw(modules: readonly (readonly boolean[])[], scale: number) {
  const width = modules.length * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let at = 0; at < width * width; at += 1) {
    const row = modules[Math.floor(at / width / scale)]
    if (row?.[Math.floor((at % width) / scale)]) data.fill(0, at * 4, at * 4 + 3)
  }
  return { data, width, height: width }
}

const accounts = fc.record({
  issuer: fc.string({ maxLength: 30, unit: 'grapheme' }),
  label: fc.string({ maxLength: 40, unit: 'grapheme' }),
  counter: fc.nat(),
})

test('what is encoded is what our own reader finds', async () => {
  const found = async ({
    issuer,
    label,
    counter,
  }: {
    issuer: string
    label: string
    counter: number
  }) => {
    const shared = { secretBase32: 'GEZDGNBVGY3TQOJQ', algorithm: 'SHA1', digits: 6 } as const
    const uri = toOtpauthUri({ issuer, label, parameters: { type: 'hotp', ...shared, counter } })
    const modules = encode(uri)
    expect(modules === null ? null : await decode(draw(modules, 4))).toEqual([uri])
  }
  await fc.assert(fc.asyncProperty(accounts, found), { numRuns: 25 })
})

test('four light modules stand on every side', () => {
  const modules = encode('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP') ?? []
  const last = modules.length - 4
  const outer = modules.flatMap((row, y) =>
    row.filter((_, x) => x < 4 || y < 4 || x >= last || y >= last),
  )
  expect(outer.length).toBeGreaterThan(0)
  expect(outer).not.toContain(true)
  expect(modules[4]?.[4]).toBe(true)
})

test.each([
  [2_900, true],
  [3_000, false],
])('%d characters fit into one: %s', (length, fits) => {
  expect(encode('x'.repeat(length)) !== null).toBe(fits)
})
