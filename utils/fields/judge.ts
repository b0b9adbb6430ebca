import { choosePrompts } from './choose'
import type { Likely } from './find'
import { kindOf } from './kind'
import { isLookAlike } from './look-alikes'
import type { PageSnapshot, Prompt } from './types'

/**
 * What fields that seem to be for codes ask for: the weightiest first, the first on the page among
 * equals, and of each form at most one of a kind. They have to have been read with all words.
 */
export function judge(likely: readonly Likely[], page: PageSnapshot): readonly Prompt[] {
  const prompts = likely
    .filter(({ reading }) => !isLookAlike(reading))
    .map(({ fields, reasons, reading }) => ({ fields, kind: kindOf(reading), reasons }))
  return choosePrompts(prompts, page)
}
