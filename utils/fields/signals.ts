import {
  authenticator,
  code,
  noun,
  other,
  otherAction,
  otherPage,
  qualifier,
  recovery,
} from './lists'
import type { Reading } from './reading'
import { areClose, asksForCode, has, type Said, saysPin } from './said'
import { hasSign } from './sign'
import type { FieldSnapshot, Reason } from './types'
import weights from './weights.json'

/** One thing that speaks for a field being a code's, or against it: whether it holds. */
export type Signal = (reading: Reading) => boolean

const some = (holds: (field: FieldSnapshot) => boolean) => (reading: Reading) =>
  reading.fields.some(holds)

/**
 * What a field says of itself comes first: it is cheap, and often enough. The weights stand in
 * weights.json and what each is called in reasons.ts, in this order: the names are for people, and
 * no page is to load them.
 */
export const signals: readonly Signal[] = [
  // autocomplete is one-time-code
  some(({ autocomplete }) => autocomplete.includes('one-time-code')),
  // name of a code field
  ({ names }) => has(names(), code),
  // label of a code field or a recovery code's
  ({ said }) => asksForCode(said()) || areClose(recovery, noun, said()),
  // name of some code
  ({ names }) => has(names(), noun),
  // label of some code
  ({ said }) => has(said(), noun | code),
  // called something else
  isCalledElse,
  // called a PIN
  ({ own }) => saysPin(own()) && !has(own(), code),
  // called a recovery code
  ({ own }) => has(own(), recovery),
  // one-digit boxes
  ({ fields }) => fields.length > 1,
  // boxes for anything
  ({ fields }) => fields.length > 1 && !fields.some(hasSign),
  // takes digits
  some(takesDigits),
  // as long as a code
  some(({ maxLength }) => maxLength !== null && maxLength >= 5 && maxLength <= 10),
  // digits as placeholder
  some(({ placeholder }) => placeholder !== '' && digits.test(placeholder)),
  // takes long texts
  some(({ maxLength }) => maxLength !== null && maxLength > 24 && maxLength < 10_000),
  // typed unseen
  some(({ type }) => type === 'password'),
  // alone in its form
  ({ fellows }) => fellows().length === 0,
  // beside a password
  ({ fellows }) => fellows().some(({ type }) => type === 'password'),
  // form of many fields
  (reading) => fellowsForNoCode(reading).filter(({ type }) => type !== 'password').length > 2,
  // among other things
  (reading) =>
    !has(reading.said(), authenticator) &&
    fellowsForNoCode(reading).some((field) => has(reading.ownOf(field), other)),
  // page named for a code
  ({ page }) => asksForCode(page()),
  // page asks for a code
  ({ prose }) => asksForCode(prose()),
  // page of other codes
  ({ page, prose }) => either(page(), prose(), otherPage | other),
  // button for something else
  ({ actions }) => has(actions(), otherAction) && !has(actions(), qualifier),
  // page verifies
  ({ page, prose }) => either(page(), prose(), qualifier),
  // names an authenticator
  ({ own, page, prose }) => has(own(), authenticator) || either(page(), prose(), authenticator),
  // label that only codes have
  ({ said }) => has(said(), code),
  // label that names an authenticator
  ({ said }) => has(said(), authenticator) && !/ qr /.test(said().plain),
]

// A picture's code or a recovery code belongs to logging in as well.
function fellowsForNoCode({ fellows, ownOf }: Reading): readonly FieldSnapshot[] {
  return fellows().filter((field) => {
    const own = ownOf(field)
    return !asksForCode(own) && !areClose(recovery, noun, own)
  })
}

const digits = /^(?:[\d•·●∙_*x–—-] ?){4,9}$/i

const digitPattern = /^\^?\(?(?:\\d|\[0-9\])(?:[*+]|\{[\d, ]+\})?\)?\$?$/

function takesDigits({ type, inputMode, pattern }: FieldSnapshot): boolean {
  if (type === 'number' || inputMode === 'numeric' || inputMode === 'decimal') return true
  return pattern !== '' && digitPattern.test(pattern)
}

// What nobody reads says less: names count where nothing else is said, and say something. "Input 1
// of 6", "Input 2 of 6" only counts boxes.
function isCalledElse({ fields, said, names }: Reading): boolean {
  const { plain } = said()
  if (namesCode(said())) return false
  if (plain.length > 3 && !unread.test(plain)) return !(fields.length > 1 && / 1 .* 2 /.test(plain))
  return called.test(names().plain) && !namesCode(names())
}

/** Letters of scripts that utils/fields/words has hardly a word in: what they say is not known. */
const unread = /[\u0530-\u058f\u0980-\u0dff\u0e80-\u1cff]/

/** A word of a name that frameworks do not give by themselves. */
const called = / (?!input|field|value|text|form|react|radix|mantine)[a-z]{4}/

function namesCode(said: Said): boolean {
  return has(said, noun | code | qualifier | recovery) || /\d{3}|x{5}/.test(said.plain)
}

function either(a: Said, b: Said, lists: number): boolean {
  return has(a, lists) || has(b, lists)
}

/** Where signals weigh this much together, a field is as likely a code's as not. */
export const threshold = -weights.bias

/** Weights are tenths: what is no more than this is nothing, and an error of adding them. */
const tiny = 0.01

/**
 * The signals that speak of codes, of what makes them, or of verifying. "Code" alone is what one
 * joins a meeting with, and pairs a device.
 */
export const telling = [0, 1, 2, 7, 19, 20, 23, 24, 25]

/** One-digit boxes: they tell where no code is spoken of. "Enter the session code" asks for another. */
const boxes = 8

/** The reasons for and against a field; none where those for it cannot prevail. */
export function reasonsFor(reading: Reading): readonly Reason[] {
  const reasons: Reason[] = []
  // How much it can still come to: when that is too little, the costly look is spared.
  let most = weights.signals.reduce((sum, weight) => sum + Math.max(0, weight), weights.bias)
  for (const [index, holds] of signals.entries()) {
    if (most < tiny) return []
    const weight = weights.signals[index] ?? 0
    const held = weight !== 0 && holds(reading)
    if (held) reasons.push({ signal: index, weight })
    if (held !== weight > 0) most -= Math.abs(weight)
  }
  const isTold = reasons.some(
    ({ signal }) => telling.includes(signal) || (signal === boxes && !has(reading.prose(), noun)),
  )
  return isTold && most >= tiny ? reasons : []
}
