import type { PageSnapshot, Prompt } from './types'

/**
 * Chooses among all prompts of a page: the weightiest first, the first on the page among equals, and
 * of each form at most one, and one for recovery codes, as some forms have a field for either.
 */
export function choosePrompts(
  prompts: readonly Prompt[],
  { fields }: PageSnapshot,
): readonly Prompt[] {
  const areAlike = (a: Prompt, b: Prompt) =>
    fields[a.fields[0] ?? -1]?.form === fields[b.fields[0] ?? -1]?.form &&
    (a.kind === 'recovery') === (b.kind === 'recovery')
  return [...prompts]
    .sort((a, b) => weightOf(b) - weightOf(a))
    .filter((prompt, index, sorted) => sorted.findIndex((one) => areAlike(one, prompt)) === index)
}

/** How loudly the reasons for a prompt speak together. */
function weightOf({ reasons }: Prompt): number {
  return reasons.reduce((sum, { weight }) => sum + weight, 0)
}
