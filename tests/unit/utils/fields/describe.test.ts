import { describe, expect, it } from 'vitest'
import { describe as describeField, findDescribed } from '@/utils/fields/describe'
import type { FieldSnapshot } from '@/utils/fields/types'
import { boxesOf, fieldOf, pageOf } from './field'

const name = fieldOf({ name: 'login', label: 'User name', form: 0 })
const word = fieldOf({ type: 'password', name: 'secret', label: 'Password', form: 0 })
const code = fieldOf({ name: 'x17', id: 'f-17', label: 'Answer', maxLength: 8, form: 0 })
const page = pageOf([name, word, code], { path: '/enter' })
const description = describeField(page, 2)

const changed: readonly (readonly [what: string, facts: Partial<FieldSnapshot>])[] = [
  ['nothing', {}],
  ['a new id', { id: ':r42:' }],
  ['new numbers in name and id', { name: 'x99', id: 'f-99' }],
  ['another label', { label: 'Your answer' }],
  ['another keyboard and length', { inputMode: 'numeric', maxLength: null }],
]

describe('a field the user pointed out', () => {
  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(description))).toEqual(description)
  })

  it.each(changed)('is found again after %s', (_, facts) => {
    const later = pageOf([name, word, { ...code, ...facts }], { path: '/enter' })
    expect(findDescribed(later, description)).toEqual([2])
  })

  it('is found in another order and on another path', () => {
    expect(findDescribed(pageOf([code, name], { path: '/again' }), description)).toEqual([0])
  })

  it('is not found where only its neighbours are', () => {
    expect(findDescribed(pageOf([name, word], { path: '/enter' }), description)).toBeNull()
  })

  it('is not found on a page about something else', () => {
    const other = pageOf([fieldOf({ name: 'q', label: 'Search', form: 0 })], { path: '/search' })
    expect(findDescribed(other, description)).toBeNull()
  })

  it('is not guessed among equals', () => {
    const bare = pageOf([fieldOf({ name: 'a' })])
    const two = pageOf([fieldOf({ name: 'a' }), fieldOf({ name: 'a' })])
    const { place: _, ...rest } = describeField(bare, 0)
    expect(findDescribed(two, { ...rest, place: 5 })).toBeNull()
  })

  it.each([{ visible: false }, { disabled: true }, { readOnly: true }, { type: 'hidden' }])(
    'is left alone where nobody could type into it: %j',
    (facts) => {
      const later = pageOf([name, word, { ...code, ...facts }], { path: '/enter' })
      expect(findDescribed(later, description)).toBeNull()
    },
  )

  it('is all boxes of a split field, whichever was pointed at', () => {
    const split = pageOf([name, ...boxesOf(6)])
    const boxes = describeField(split, 3)
    expect(boxes.boxes).toBe(6)
    expect(findDescribed(split, boxes)).toEqual([1, 2, 3, 4, 5, 6])
    expect(findDescribed(pageOf([name, ...boxesOf(4)]), boxes)).toBeNull()
  })
})
