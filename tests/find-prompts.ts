import { likelyFields } from '@/utils/fields/find'
import { judge } from '@/utils/fields/judge'
import kindVocabulary from '@/utils/fields/kind-vocabulary.json'
import { scannerOf } from '@/utils/fields/scan'
import type { PageSnapshot, Prompt } from '@/utils/fields/types'

/** Reads texts for all words. */
export const scanAll = scannerOf(kindVocabulary)

/** Where a page asks for codes, and for which: what two scripts of a web page tell between them. */
export function findPrompts(page: PageSnapshot): readonly Prompt[] {
  return judge(likelyFields(page, scanAll), page)
}
