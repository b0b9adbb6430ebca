import { expect, it } from 'vitest'
import { decodeLabel } from '@/utils/sites/punycode'
import { asciiLook, lettersOf, shapeOf } from '@/utils/sites/skeleton'

const letters = Object.values(lettersOf).flatMap((each) => [...each])

it('every letter of the table may stand in a host name, and stands for one thing', () => {
  const isName = (label: string): boolean => {
    const address = `https://${label}.example`
    return URL.canParse(address) && decodeLabel(new URL(address).hostname.slice(0, -8)) === label
  }
  // Letters that are written from right to left stand in no name with others.
  const usable = (letter: string): boolean => isName(`a${letter}`) || isName(letter)
  expect(letters.filter((letter) => !usable(letter))).toEqual([])
  expect(new Set(letters).size).toBe(letters.length)
  expect(letters.length).toBeGreaterThan(120)
})

it.each([
  ['github', 'github'],
  ['gіthub', 'github'],
  ['gitһub', 'github'],
  ['ɡithub', 'github'],
  ['githüb', 'github'],
  ['gïthúḅ', 'github'],
  ['ｇithub', 'github'],
  ['аррӏе', 'apple'],
  ['straße', 'strasse'],
  ['łukasz', 'lukasz'],
  ['日本', '日本'],
])('%s looks like %s', (name, look) => {
  expect(asciiLook(name)).toBe(look)
})

it.each([
  ['paypa1', 'paypal'],
  ['rnicrosoft', 'microsoft'],
  ['vvikipedia', 'wikipedia'],
  ['g00gle', 'google'],
  ['discorcl', 'discord'],
  ['linkedln', 'linkedin'],
  ['5team', 'steam'],
])('%s and %s have one shape', (name, other) => {
  expect(shapeOf(name)).toBe(shapeOf(other))
})

it('names of other letters have other shapes', () => {
  expect(shapeOf('github')).not.toBe(shapeOf('gitlab'))
})
