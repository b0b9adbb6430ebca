import type { PageSnapshot, Prompt, PromptKind } from './types'

/**
 * Chooses among all prompts of a page: the weightiest first, the first on the page among equals, and
 * of each form at most one, and one more for recovery codes and for mailed ones, as some forms have a
 * field for each.
 */
export function choosePrompts(
  prompts: readonly Prompt[],
  { fields }: PageSnapshot,
): readonly Prompt[] {
  const areAlike = (a: Prompt, b: Prompt) =>
    fields[a.fields[0] ?? -1]?.form === fields[b.fields[0] ?? -1]?.form &&
    ownPlace(a) === ownPlace(b)
  return [...prompts]
    .sort((a, b) => weightOf(b) - weightOf(a))
    .filter((prompt, index, sorted) => sorted.findIndex((one) => areAlike(one, prompt)) === index)
}

/** Which codes a form has but one field for: what is not told may be a mailed one as well. */
function ownPlace({ kind }: Prompt): PromptKind {
  return kind === 'unknown' ? 'sent' : kind
}

/** How loudly the reasons for a prompt speak together. */
function weightOf({ reasons }: Prompt): number {
  return reasons.reduce((sum, { weight }) => sum + weight, 0)
}
