import { AccountName } from '@/components/account/AccountName'
import { SafeText } from '@/components/account/SafeText'
import { errorText, t } from '@/components/i18n'
import { Icon } from '@/components/ui/Icon'
import { Notice } from '@/components/ui/Notice'
import type { ImportedEntry, ImportProblem, UnsupportedEntry } from '@/utils/backup/parsed-backup'
import { DifferingGroup } from './DifferingGroup'
import { FreshGroup } from './FreshGroup'
import { Group } from './Group'
import styles from './ReviewList.module.css'
import type { Review } from './use-review'

interface ReviewListProps {
  readonly review: Review
  /** What a problem's position counts, if the problem has no name of its own. */
  readonly placeName: (position: number) => string
}

/** Everything that was found, by what it means for the vault. */
export function ReviewList({ review, placeName }: ReviewListProps) {
  const { same, unsupported, problems } = review.comparison
  return (
    <div class={styles.groups}>
      <FreshGroup review={review} />
      <DifferingGroup review={review} />
      <SameGroup entries={same} />
      {review.chosen.recovery && (
        <Notice>{t('manage_review_recovery', review.chosen.recovery.length)}</Notice>
      )}
      <UnsupportedGroup entries={unsupported} />
      <ProblemGroup problems={problems} placeName={placeName} />
    </div>
  )
}

function SameGroup({ entries }: { readonly entries: readonly ImportedEntry[] }) {
  return (
    <Group
      title={t('manage_review_known', entries.length)}
      items={entries}
      row={({ issuer, label }, index) => (
        <li key={index} class={styles.known} data-testid="review-known">
          <Icon name="check" />
          <AccountName issuer={issuer} label={label} layout="inline" />
        </li>
      )}
    />
  )
}

function UnsupportedGroup({ entries }: { readonly entries: readonly UnsupportedEntry[] }) {
  return (
    <Group
      title={t('manage_review_unsupported', entries.length)}
      items={entries}
      row={({ title, type }, index) => (
        <li key={index} class={styles.problem} data-testid="review-unsupported">
          <Icon name="info" />
          <span>
            <SafeText text={title || type} class={styles.name} />
            <span class={styles.reason}>{t('manage_review_unsupported_text')}</span>
          </span>
        </li>
      )}
    />
  )
}

interface ProblemGroupProps {
  readonly problems: readonly ImportProblem[]
  readonly placeName: ReviewListProps['placeName']
}

function ProblemGroup({ problems, placeName }: ProblemGroupProps) {
  return (
    <Group
      title={t('manage_review_problems', problems.length)}
      items={problems}
      row={({ position, title, code, detail }, index) => (
        <li key={index} class={styles.problem} data-testid="review-problem">
          <Icon name="warning" />
          <span>
            <SafeText text={title || placeName(position)} class={styles.name} />
            <span class={styles.reason}>{errorText(code, detail)}</span>
          </span>
        </li>
      )}
    />
  )
}
