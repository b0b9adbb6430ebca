import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vaultEnvelope } from '@/utils/vault/envelope'
import { fromPaddedJson, paddingStepBytes, toPaddedJson } from '@/utils/vault/padding'

describe('padded JSON', () => {
  it('is read back as it was, in whole steps of 4 KiB', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as unknown
        const padded = toPaddedJson(json)
        expect(padded.length % paddingStepBytes).toBe(0)
        expect(fromPaddedJson(padded, vaultEnvelope)).toEqual(json)
      }),
    )
  })

  it.each([
    [1, 4096],
    [4094, 4096],
    [4095, 8192],
  ])('a text of %i letters takes %i bytes', (letters, sizeBytes) => {
    expect(toPaddedJson('a'.repeat(letters))).toHaveLength(sizeBytes)
  })
})
