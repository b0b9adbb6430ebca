import { describe, expect, it } from 'vitest'
import { passwordStrength } from '@/utils/password/strength'

describe('the floor for master passwords', () => {
  it.each([
    ['trombone cactus velvet onion'],
    ['correct horse battery staple'],
    ['kV9$wq2!mZx7'],
    ['unwritten-marmalade-84-hinge'],
    ['schöne alte Häuser am Fluß'],
  ])('lets %s pass', async (password) => {
    expect(await passwordStrength(password)).toMatchObject({ acceptable: true, fault: null })
  })

  it.each([
    ['', 'empty'],
    ['kV9$wq2!m', 'short'],
    ['👍👍👍👍👍👍👍👍👍', 'short'],
    ['password1234', 'guessable'],
    ['Password123!', 'guessable'],
    ['qwertyuiop12', 'guessable'],
    ['aaaaaaaaaaaaaaaa', 'guessable'],
    ['passwordpassword', 'guessable'],
    ['1234567890123', 'guessable'],
    ['sixpencevault', 'guessable'],
  ])('refuses %s', async (password, fault) => {
    expect(await passwordStrength(password)).toMatchObject({ acceptable: false, fault })
  })

  it('answers at once to a text of 100,000 letters', async () => {
    expect(await passwordStrength('a'.repeat(100_000))).toMatchObject({ fault: 'guessable' })
  }, 10_000)

  it('puts a number on it', async () => {
    const { score, guessesLog10 } = await passwordStrength('trombone cactus velvet onion')
    expect(score).toBe(4)
    expect(guessesLog10).toBeGreaterThan(12)
  })
})
