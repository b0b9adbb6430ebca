import { AccountName } from '@/components/account/AccountName'
import { type MessageKey, t } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import type { Changed, Drill, Named } from '@/utils/backup/drill'
import { Group } from '../review/Group'
import styles from './DrillResult.module.css'

const changes: Record<Changed['what'], MessageKey> = {
  counter: 'drill_what_counter',
  details: 'drill_what_details',
}

/** What a restore of the file would bring: all of it, or what differs. */
export function DrillResult({ result }: { readonly result: Drill }) {
  const { total, restored, missing, extra, unsupported, problems, isEqual } = result
  const counts = t('drill_counts', restored, total)
  const lost = unsupported.total - unsupported.restored
  return (
    <div class={styles.result} data-testid="drill-result">
      <Notice tone={isEqual ? 'success' : 'warning'} title={counts}>
        {isEqual ? t('drill_equal') : t('drill_differs')}
        {lost > 0 && <p>{t('drill_unsupported', lost)}</p>}
        {problems > 0 && <p>{t('drill_problems', problems)}</p>}
      </Notice>
      <Names title={t('drill_missing', missing.length)} names={missing} />
      <ChangedNames result={result} />
      <Names title={t('drill_extra', extra.length)} names={extra} />
    </div>
  )
}

interface NamesProps {
  readonly title: string
  readonly names: readonly Named[]
}

function Names({ title, names }: NamesProps) {
  return (
    <Group
      title={title}
      items={names}
      row={({ issuer, label }, index) => (
        <li key={index}>
          <AccountName issuer={issuer} label={label} layout="inline" />
        </li>
      )}
    />
  )
}

function ChangedNames({ result: { changed } }: { readonly result: Drill }) {
  return (
    <Group
      title={t('drill_changed', changed.length)}
      items={changed}
      row={({ issuer, label, what }, index) => (
        <li key={index} class={styles.line}>
          <AccountName issuer={issuer} label={label} layout="inline" />
          <span>{t(changes[what])}</span>
        </li>
      )}
    />
  )
}
