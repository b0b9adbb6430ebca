import { choosePrompts } from './choose'
import type { Likely } from './find'
import { kindOf } from './kind'
import { isOfLogIn } from './log-in'
import { isLookAlike } from './look-alikes'
import type { FieldSnapshot, PageSnapshot, Prompt } from './types'

/**
 * What fields that seem to be for codes ask for: the weightiest first, the first on the page among
 * equals, and of each form at most one of a kind. They have to have been read with all words.
 */
export function judge(likely: readonly Likely[], page: PageSnapshot): readonly Prompt[] {
  const prompts = likely.flatMap(({ fields, reasons, reading }) => {
    if (isLookAlike(reading) || isOfLogIn(reading, page.fields[(fields[0] ?? 0) + 1])) return []
    const kind = kindOf(reading)
    if (kind === 'unknown' && reading.fields.some(showsLetters)) return []
    return [{ fields, kind, reasons }]
  })
  return choosePrompts(prompts, page)
}

// "ABC123" is an example of what pairs a device or opens a meeting: codes for log-ins are in digits,
// and where they are not (Steam's), the page says whose they are.
function showsLetters({ placeholder }: FieldSnapshot): boolean {
  return /^(?=.*\d)(?=.*[A-WYZ])[A-Z\d-]{4,}$/.test(placeholder)
}
