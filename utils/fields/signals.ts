import { ownText } from './gates'
import { anyOf, plainText } from './text'
import type { FieldSnapshot, PageSnapshot, Reason } from './types'
import { codeNames, codePhrases, promptWords, vagueNames } from './words'

/** One thing that speaks for a field, and how loudly. */
interface Signal {
  readonly name: string
  readonly weight: number
  readonly holds: (field: FieldSnapshot, page: PageSnapshot) => boolean
}

/** Reasons that weigh this much together make a code field. */
export const threshold = 4

const hasCodeName = anyOf(codeNames)
const hasCodePhrase = anyOf(codePhrases)
const hasVagueName = anyOf(vagueNames)
const hasPromptWord = anyOf(promptWords)

/** What a field says of itself: cheap. */
const ownSignals: readonly Signal[] = [
  {
    name: 'autocomplete one-time-code',
    weight: 4,
    holds: (field) => field.autocomplete.split(/\s+/).includes('one-time-code'),
  },
  {
    name: 'name of a code field',
    weight: 4,
    holds: (field) => hasCodeName(plainText(`${field.name} | ${field.id}`)),
  },
  {
    name: 'label of a code field',
    weight: 3,
    holds: (field) => hasCodePhrase(plainText(`${field.label} | ${field.placeholder}`)),
  },
  { name: 'vague name', weight: 1, holds: (field) => hasVagueName(ownText(field)) },
  { name: 'shape of a code', weight: 1, holds: hasCodeShape },
]

/** What the page says around it: asked only where the field's own signals leave a chance. */
const pageSignals: readonly Signal[] = [
  {
    name: 'page asks for a code',
    weight: 2,
    holds: (field, page) =>
      hasPromptWord(plainText(`${page.title} | ${page.path} | ${field.context}`)),
  },
  { name: 'only field of the page', weight: 1, holds: isOnlyField },
]

/** The reasons for a field, or none where they do not reach the threshold. */
export function reasonsFor(
  field: FieldSnapshot,
  page: PageSnapshot,
  given: readonly Reason[],
): readonly Reason[] {
  const reasons = [...given]
  for (const signal of ownSignals) if (signal.holds(field, page)) reasons.push(toReason(signal))
  if (reasons.length === 0) return []
  for (const [index, signal] of pageSignals.entries()) {
    // What is left can no longer decide: the costly look is spared.
    if (weightOf(reasons) + weightOf(pageSignals.slice(index)) < threshold) return []
    if (signal.holds(field, page)) reasons.push(toReason(signal))
  }
  return weightOf(reasons) >= threshold ? reasons : []
}

/** Whether a field says anything of itself that speaks for a code. */
export function speaksForCode(field: FieldSnapshot, page: PageSnapshot): boolean {
  return ownSignals.some((signal) => signal.holds(field, page))
}

/** How loudly reasons speak together. */
export function weightOf(reasons: readonly { readonly weight: number }[]): number {
  return reasons.reduce((sum, reason) => sum + reason.weight, 0)
}

function toReason({ name, weight }: Signal): Reason {
  return { signal: name, weight }
}

function hasCodeShape(field: FieldSnapshot): boolean {
  const { inputMode, maxLength, pattern, placeholder } = field
  return (
    inputMode === 'numeric' ||
    (maxLength !== null && maxLength >= 6 && maxLength <= 8) ||
    /^\^?(?:\\d|\[0-9\])(?:[*+]|\{[4-8](?:,\d+)?\})?\$?$/.test(pattern) ||
    /^(?:[\d•·_*xX-] ?){6,8}$/.test(placeholder)
  )
}

function isOnlyField(field: FieldSnapshot, page: PageSnapshot): boolean {
  return page.fields.every((other) => other === field || !takesText(other) || !other.visible)
}

function takesText(field: FieldSnapshot): boolean {
  if (field.disabled || field.readOnly) return false
  return !/^(?:hidden|checkbox|radio|submit|button|image|reset|file|range|color)$/.test(field.type)
}
