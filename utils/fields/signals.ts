import { ownText } from './gates'
import { anyOf, plainText } from './text'
import type { FieldSnapshot, PageSnapshot, Reason } from './types'
import { codeNames, codePhrases, promptWords, recoveryNames, vagueNames } from './words'

/** One thing that speaks for a field, and how loudly. */
interface Signal extends Reason {
  readonly holds: (field: FieldSnapshot, page: PageSnapshot) => boolean
}

/** Reasons that weigh this much together make a code field. */
export const threshold = 4

const hasCodeName = anyOf(codeNames)
const hasCodePhrase = anyOf(codePhrases)
const hasRecoveryName = anyOf(recoveryNames)
const hasVagueName = anyOf(vagueNames)
const hasPromptWord = anyOf(promptWords)

/** What a field says of itself: cheap. */
const ownSignals: readonly Signal[] = [
  {
    signal: 'autocomplete one-time-code',
    weight: 4,
    holds: (field) => field.autocomplete.split(/\s+/).includes('one-time-code'),
  },
  {
    signal: 'name of a code field',
    weight: 4,
    holds: (field) => hasCodeName(plainText(`${field.name} | ${field.id}`)),
  },
  {
    signal: 'label of a code field',
    weight: 3,
    holds: (field) => hasCodePhrase(plainText(`${field.label} | ${field.placeholder}`)),
  },
  {
    signal: 'name of a recovery code',
    weight: 2,
    holds: (field) => hasRecoveryName(ownText(field)),
  },
  { signal: 'vague name', weight: 1, holds: (field) => hasVagueName(ownText(field)) },
  { signal: 'shape of a code', weight: 1, holds: hasCodeShape },
]

/** What the page says around it: asked only where the field's own signals leave a chance. */
const pageSignals: readonly Signal[] = [
  {
    signal: 'page asks for a code',
    weight: 2,
    holds: (field, page) =>
      hasPromptWord(plainText(`${page.title} | ${page.path} | ${field.context}`)),
  },
  { signal: 'only field of the page', weight: 1, holds: isOnlyField },
]

/** The reasons for a field, or none where they do not reach the threshold. */
export function reasonsFor(
  field: FieldSnapshot,
  page: PageSnapshot,
  given: readonly Reason[],
): readonly Reason[] {
  const reasons = [...given]
  for (const signal of ownSignals) if (signal.holds(field, page)) reasons.push(signal)
  if (reasons.length === 0) return []
  for (const [index, signal] of pageSignals.entries()) {
    // What is left can no longer decide: the costly look is spared.
    if (weightOf(reasons) + weightOf(pageSignals.slice(index)) < threshold) return []
    if (signal.holds(field, page)) reasons.push(signal)
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
