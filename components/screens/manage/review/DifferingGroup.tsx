import { AccountName } from '@/components/account/AccountName'
import { type MessageKey, t } from '@/components/i18n'
import { Select } from '@/components/ui/Select'
import type { Difference } from '@/utils/backup/preview'
import type { OtpAccount } from '@/utils/otp/parameters'
import { secretKey } from '@/utils/vault/duplicates'
import { useServices } from '../services'
import styles from './DifferingGroup.module.css'
import { EntryCode } from './EntryCode'
import { Group } from './Group'
import { type Choice, choiceFor } from './selection'
import type { Review } from './use-review'

const choiceWords: Record<Choice, MessageKey> = {
  skip: 'manage_conflict_skip',
  add: 'manage_conflict_add',
  replace: 'manage_conflict_replace',
}

/** What is there already, but with another secret or other codes: nothing changes by itself. */
export function DifferingGroup({ review }: { readonly review: Review }) {
  const { differing } = review.comparison
  return (
    <Group
      title={t('manage_review_conflict', differing.length)}
      items={differing}
      row={(difference, index) => (
        <DifferingLine key={index} difference={difference} review={review} />
      )}
    />
  )
}

function DifferingLine({
  difference,
  review,
}: {
  readonly difference: Difference
  readonly review: Review
}) {
  const { model } = useServices()
  const { entry, existing } = difference
  const account = model.document.value?.accounts.find(({ id }) => id === existing.id)
  const hasSameSecret = account !== undefined && secretKey(account) === secretKey(entry)
  // Beside an account of the same secret a second one would only repeat it.
  const offered: readonly Choice[] = hasSameSecret
    ? ['skip', 'replace']
    : ['skip', 'add', 'replace']
  return (
    <li class={styles.line} data-testid="review-differing">
      <div class={styles.words}>
        <AccountName issuer={entry.issuer} label={entry.label} layout="inline" />
        <span class={styles.reason}>
          {t(hasSameSecret ? 'manage_conflict_codes' : 'manage_conflict_secret')}
        </span>
        {account && (
          <dl class={styles.codes}>
            <Side name={t('found_difference_saved')} of={account} />
            <Side name={t('manage_conflict_new')} of={entry} />
          </dl>
        )}
      </div>
      <Select<Choice>
        label={t('manage_conflict')}
        value={choiceFor(review.choices, entry, 'skip')}
        options={offered.map((value) => ({ value, text: t(choiceWords[value]) }))}
        onValue={(choice) => review.choose([entry], choice)}
      />
    </li>
  )
}

function Side({ name, of }: { readonly name: string; readonly of: OtpAccount }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <EntryCode parameters={of.parameters} />
      </dd>
    </div>
  )
}
