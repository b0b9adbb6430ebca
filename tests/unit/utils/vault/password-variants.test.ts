import { describe, expect, it } from 'vitest'
import { passwordVariants } from '@/utils/vault/password-variants'
import { codeOf } from './error-code'

describe('passwordVariants', () => {
  it.each([
    ['plain text once', 'correct horse', ['correct horse']],
    ['a decomposed letter also composed', 'cafe\u0301', ['cafe\u0301', 'caf\u00e9']],
    ['a ligature also taken apart', '\ufb01sh', ['\ufb01sh', 'fish']],
    ['spaces as typed', ' a ', [' a ']],
  ])('tries %s', (_, typed, tried) => {
    expect(passwordVariants(typed)).toEqual(tried)
  })

  it('refuses an empty password', async () => {
    expect(await codeOf(() => passwordVariants(''))).toBe('password-empty')
  })
})
