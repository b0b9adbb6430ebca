import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { runArgon2id } from '@/utils/platform/kdf/argon2'

const salt = btoa('somesalt')

// From the reference implementation's own tests (phc-winner-argon2, src/test.c, Argon2id v=19).
describe('Argon2id', () => {
  it.each([
    [256, 2, 1, '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [256, 2, 2, '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
    [65_536, 2, 1, '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
  ])('with %i KiB, %i passes, %i lanes gives the published tag', async (m, t, p, tag) => {
    const kdf = { name: 'argon2id', version: 19, m, t, p, salt } as const
    expect(hex.encode(await runArgon2id('password', kdf))).toBe(tag)
  })
})
