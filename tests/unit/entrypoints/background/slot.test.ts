import { expect, it } from 'vitest'
import { slotOf } from '@/entrypoints/background/slot'
import { accountOf, hotpOf, secretBase32 } from './sample'

const { parameters } = accountOf('ada', [])
const totp = { type: 'totp', secretBase32, algorithm: 'SHA1', digits: 6, period: 30 } as const

it('is the same for accounts that give the same codes', async () => {
  expect(await slotOf(parameters)).toEqual(await slotOf(accountOf('bob', []).parameters))
})

it.each([
  { ...totp, secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJR' },
  { ...totp, period: 60 },
  { ...totp, digits: 8 },
  { type: 'steam', secretBase32 } as const,
])('is another for other codes: %#', async (other) => {
  expect((await slotOf(other))?.key).not.toBe((await slotOf(totp))?.key)
})

it('has the period of the codes, and shows nothing of the secret', async () => {
  expect(await slotOf({ type: 'steam', secretBase32 })).toMatchObject({ period: 30 })
  expect((await slotOf(totp))?.key).toMatch(/^[0-9a-f]{32}$/)
})

it('is none for codes that are counted', async () => {
  expect(await slotOf(hotpOf('ada', []).parameters)).toBeNull()
})
