import { describe, expect, it } from 'vitest'
import type { FieldSnapshot } from '@/utils/fields/types'
import { boxesOf, fieldOf, fillable, pageOf, prompt } from './field'

describe('findPrompts: split fields', () => {
  it.each([4, 5, 6, 7, 8, 10])('takes %i boxes in order', (count) => {
    const code = fillable(pageOf(boxesOf(count, { inputMode: 'numeric' })))
    expect(code?.fields).toEqual(Array.from({ length: count }, (_, index) => index))
  })

  it.each([2, 3, 11])('does not take %i boxes', (count) => {
    expect(fillable(pageOf(boxesOf(count, { inputMode: 'numeric' }), prompt))).toBeNull()
  })

  it('takes boxes that are only counted', () => {
    const fields = boxesOf(6).map((box, at) => ({ ...box, label: `Input ${at + 1} of 6` }))
    expect(fillable(pageOf(fields, prompt))?.fields).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('takes boxes that their library calls a PIN', () => {
    for (const label of ['PinInput', 'Please enter your pin code', 'pin code 1 of 6']) {
      const boxes = boxesOf(6, { label, inputMode: 'numeric' })
      const asked = pageOf(boxes, { context: 'Enter the 6-digit code' })
      expect(fillable(asked)?.fields).toHaveLength(6)
      expect(fillable(pageOf(boxes, { context: 'Enter your PIN' }))).toBeNull()
    }
  })

  it('does not take boxes for what somebody else tells people', () => {
    const boxes = boxesOf(6, { inputMode: 'numeric' })
    const session = { context: 'Enter the session code from your host' }
    expect(fillable(pageOf(boxes, session))).toBeNull()
    expect(fillable(pageOf(boxes, { ...session, title: 'Verify' }))?.fields).toHaveLength(6)
  })

  it('takes boxes between other fields', () => {
    const fields = [
      fieldOf({ name: 'email', type: 'email' }),
      ...boxesOf(6, { autocomplete: 'one-time-code' }),
      fieldOf({ type: 'checkbox', name: 'remember' }),
    ]
    expect(fillable(pageOf(fields))?.fields).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('passes over the hidden field that gathers the digits', () => {
    const [first, ...rest] = boxesOf(6, { inputMode: 'numeric' })
    const fields = [first, fieldOf({ type: 'hidden', name: 'otp' }), ...rest].filter(
      (f) => f !== undefined,
    )
    expect(fillable(pageOf(fields))?.fields).toEqual([0, 2, 3, 4, 5, 6])
  })

  it('takes boxes that let a whole code be pasted', () => {
    const boxes = boxesOf(6, { maxLength: 6, autocomplete: 'one-time-code' })
    expect(fillable(pageOf(boxes))?.fields).toHaveLength(6)
  })

  it('takes a dash between the halves for part of the row', () => {
    const boxes = boxesOf(6, { inputMode: 'numeric' }).map((field, index) =>
      index < 3 ? field : { ...field, box: { ...field.box, left: field.box.left + 30 } },
    )
    expect(fillable(pageOf(boxes))?.fields).toHaveLength(6)
  })

  it.each<readonly [string, Partial<FieldSnapshot>]>([
    ['hidden', { visible: false }],
    ['of a recovery code', { label: 'Recovery code digit' }],
    ['wide', { box: { left: 0, top: 0, width: 200, height: 30 } }],
    ['to read only', { readOnly: true }],
  ])('does not take boxes that are %s', (_, facts) => {
    const boxes = boxesOf(6, { inputMode: 'numeric', ...facts })
    expect(fillable(pageOf(boxes, prompt))).toBeNull()
  })

  it('does not take boxes that hide what always stays the same, but those that hide a code', () => {
    const boxes = boxesOf(5, { type: 'password', inputMode: 'numeric' })
    expect(fillable(pageOf(boxes, { context: 'Enter your access key' }))).toBeNull()
    const asked = pageOf(boxes, { context: 'Enter your verification code' })
    expect(fillable(asked)?.fields).toHaveLength(5)
  })

  it('does not take four boxes of a card number', () => {
    const boxes = boxesOf(4, { maxLength: 4, label: 'Card number', inputMode: 'numeric' })
    expect(fillable(pageOf(boxes, prompt))).toBeNull()
  })
})
