import type { Chosen } from '@/utils/backup/apply'
import type { ImportedEntry } from '@/utils/backup/parsed-backup'
import type { Comparison, Difference } from '@/utils/backup/preview'

/** What becomes of an entry. `replace`: it takes the place of what is there. */
export type Choice = 'skip' | 'add' | 'replace'

/** What the user decided so far; an entry that is not in it has its default. */
export type Choices = ReadonlyMap<ImportedEntry, Choice>

/** The choice for an entry: unless the user said otherwise, new ones come in, nothing is touched. */
export function choiceFor(choices: Choices, entry: ImportedEntry, fallback: Choice): Choice {
  return choices.get(entry) ?? fallback
}

/** What becomes of a new entry: it comes in, unless it lay in another app's trash. */
export function choiceForFresh(choices: Choices, entry: ImportedEntry): Choice {
  return choiceFor(choices, entry, entry.trashed ? 'skip' : 'add')
}

/** What is to be applied. */
export function chosenOf(comparison: Comparison, choices: Choices): Chosen {
  const { fresh, same, differing, unsupported, settings, extra } = comparison
  const recovery = same.filter(({ recoveryCodes }) => recoveryCodes.length > 0)
  const is = (wanted: Choice) => (difference: Difference) =>
    choiceFor(choices, difference.entry, 'skip') === wanted
  return {
    entries: [
      ...fresh.filter((entry) => choiceForFresh(choices, entry) === 'add'),
      ...differing.filter(is('add')).map(({ entry }) => entry),
    ],
    replacements: differing.filter(is('replace')),
    unsupported,
    settings,
    extra,
    ...(recovery.length > 0 && { recovery }),
  }
}

/** How many entries come in, by whatever way. */
export function countChosen({ entries, replacements, unsupported }: Chosen): number {
  return entries.length + replacements.length + unsupported.length
}
