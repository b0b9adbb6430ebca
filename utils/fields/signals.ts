import { hasSign } from './crowd'
import {
  authenticator,
  code,
  noun,
  other,
  otherAction,
  otherPage,
  qualifier,
  recovery,
} from './finders'
import { ownText, type Reading } from './reading'
import { areClose } from './text'
import type { FieldSnapshot, Reason } from './types'
import weights from './weights.json'

/** One thing that speaks for a field being a code's, or against it. */
export interface Signal {
  readonly name: string
  readonly holds: (reading: Reading) => boolean
}

const some = (holds: (field: FieldSnapshot) => boolean) => (reading: Reading) =>
  reading.fields.some(holds)

/**
 * What a field says of itself comes first: it is cheap, and often enough. The weights stand in
 * weights.json, in this order.
 */
export const signals: readonly Signal[] = [
  {
    name: 'autocomplete is one-time-code',
    holds: some((field) => field.autocomplete.split(/\s+/).includes('one-time-code')),
  },
  { name: 'name of a code field', holds: ({ names }) => code.has(names()) },
  {
    name: 'label of a code field',
    holds: ({ said }) => code.has(said()) || areClose(qualifier, noun, said()),
  },
  { name: 'name of some code', holds: ({ names }) => noun.has(names()) },
  { name: 'label of some code', holds: ({ said }) => noun.has(said()) },
  { name: 'called something else', holds: isCalledElse },
  { name: 'called a PIN', holds: ({ own }) => / (?:pin|пин) /.test(own()) && !code.has(own()) },
  { name: 'called a recovery code', holds: ({ own }) => recovery.has(own()) },
  { name: 'one-digit boxes', holds: ({ fields }) => fields.length > 1 },
  {
    name: 'boxes for anything',
    holds: ({ fields }) => fields.length > 1 && !fields.some(hasSign),
  },
  { name: 'takes digits', holds: some(takesDigits) },
  {
    name: 'as long as a code',
    holds: some(({ maxLength }) => maxLength !== null && maxLength >= 5 && maxLength <= 10),
  },
  { name: 'digits as placeholder', holds: some(({ placeholder }) => digits.test(placeholder)) },
  {
    name: 'takes long texts',
    holds: some(({ maxLength }) => maxLength !== null && maxLength > 24 && maxLength < 10_000),
  },
  { name: 'typed unseen', holds: some(({ type }) => type === 'password') },
  { name: 'alone in its form', holds: ({ fellows }) => fellows().length === 0 },
  {
    name: 'beside a password',
    holds: ({ fellows }) => fellows().some(({ type }) => type === 'password'),
  },
  { name: 'form of many fields', holds: ({ fellows }) => fellows().length > 2 },
  {
    name: 'among other things',
    holds: ({ fellows }) => fellows().some((field) => other.has(ownText(field))),
  },
  { name: 'page named for a code', holds: ({ page }) => asksForCode(page()) },
  { name: 'page asks for a code', holds: ({ prose }) => asksForCode(prose()) },
  { name: 'page of other codes', holds: ({ page, prose }) => isOfOthers(page() + prose()) },
  {
    name: 'button for something else',
    holds: ({ actions }) => otherAction.has(actions()) && !qualifier.has(actions()),
  },
  { name: 'page verifies', holds: ({ page, prose }) => qualifier.has(page() + prose()) },
  {
    name: 'page names an authenticator',
    holds: ({ page, prose }) => authenticator.has(page() + prose()),
  },
]

const digits = /^(?:[\d•·●∙_*x–—-] ?){4,9}$/i

function takesDigits({ type, inputMode, pattern }: FieldSnapshot): boolean {
  if (type === 'number' || inputMode === 'numeric' || inputMode === 'decimal') return true
  return /^\^?\(?(?:\\d|\[0-9\])(?:[*+]|\{[\d, ]+\})?\)?\$?$/.test(pattern)
}

// What nobody reads says less: names count where nothing else is said, and say something.
function isCalledElse({ said, names }: Reading): boolean {
  if (said().length > 3) return !namesCode(said())
  return telling.test(names()) && !namesCode(names())
}

/** A word of a name that frameworks do not give by themselves. */
const telling = / (?!input|field|value|text|form|react|radix|mantine)[a-z]{4}/

function namesCode(plain: string): boolean {
  return [noun, code, qualifier, recovery].some((words) => words.has(plain)) || /\d{3}/.test(plain)
}

function asksForCode(plain: string): boolean {
  return code.has(plain) || areClose(qualifier, noun, plain)
}

function isOfOthers(plain: string): boolean {
  return otherPage.has(plain) || other.has(plain)
}

/** Where signals weigh this much together, a field is as likely a code's as not. */
export const threshold = -weights.bias

/** The reasons for and against a field; none where those for it cannot prevail. */
export function reasonsFor(reading: Reading): readonly Reason[] {
  const reasons: Reason[] = []
  let sum: number = weights.bias
  for (const [index, { name, holds }] of signals.entries()) {
    // What is left can no longer decide: the costly look is spared.
    if (sum + (mostAfter[index] ?? 0) < 0) return []
    const weight = weightAt(index)
    if (weight === 0 || !holds(reading)) continue
    reasons.push({ signal: name, weight })
    sum += weight
  }
  return sum >= 0 ? reasons : []
}

/** How much the signals from each on can still add. */
const mostAfter = signals.map((_, from) =>
  signals.slice(from).reduce((sum, _signal, index) => sum + Math.max(0, weightAt(from + index)), 0),
)

function weightAt(index: number): number {
  return weights.signals[index] ?? 0
}

/** How loudly reasons speak together. */
export function weightOf(reasons: readonly { readonly weight: number }[]): number {
  return reasons.reduce((sum, reason) => sum + reason.weight, 0)
}
