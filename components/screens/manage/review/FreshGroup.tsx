import { AccountName } from '@/components/account/AccountName'
import { warningTexts } from '@/components/account/warning-text'
import { t } from '@/components/i18n'
import { Checkbox } from '@/components/ui/Checkbox'
import type { ImportedEntry } from '@/utils/backup/parsed-backup'
import { hostOf } from '@/utils/sites/origin'
import { EntryCode } from './EntryCode'
import styles from './FreshGroup.module.css'
import { Group } from './Group'
import { choiceForFresh } from './selection'
import type { Review } from './use-review'

/** Nobody compares more codes than these. */
const mostCodes = 50

/** What the vault does not have yet: it comes in unless unticked, but for what lay in a trash. */
export function FreshGroup({ review }: { readonly review: Review }) {
  const entries = review.comparison.fresh
  const isChosen = (entry: ImportedEntry) => choiceForFresh(review.choices, entry) === 'add'
  const pick = (those: readonly ImportedEntry[]) => (checked: boolean) =>
    review.choose(those, checked ? 'add' : 'skip')
  const all = entries.length > 1 && (
    <Checkbox
      label={t('manage_review_all')}
      checked={entries.every(isChosen)}
      onValue={pick(entries)}
    />
  )
  return (
    <Group
      title={t('manage_review_new', entries.length)}
      items={entries}
      tools={all}
      row={(entry, index) => (
        <li key={index} class={styles.line} data-testid="review-new">
          <Checkbox
            label={<AccountName issuer={entry.issuer} label={entry.label} layout="inline" />}
            hint={hintFor(entry)}
            checked={isChosen(entry)}
            onValue={pick([entry])}
          />
          {entries.length <= mostCodes && <EntryCode parameters={entry.parameters} />}
        </li>
      )}
    />
  )
}

function hintFor({ deletedAtMs, trashed, warnings, sites }: ImportedEntry): string | undefined {
  const hosts = sites.map(({ origin }) => hostOf(origin))
  const bound = hosts.length === 0 ? [] : [t('manage_review_sites', hosts.join(', '))]
  const deleted = deletedAtMs === null ? [] : [t('manage_review_trashed')]
  const elsewhere = trashed ? [t('manage_review_trashed_elsewhere')] : []
  return [...bound, ...deleted, ...elsewhere, ...warningTexts(warnings)].join(' ') || undefined
}
