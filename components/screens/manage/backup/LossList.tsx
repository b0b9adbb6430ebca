import { AccountName } from '@/components/account/AccountName'
import { type MessageKey, t } from '@/components/i18n'
import type { Dropped, Losses, Refused } from '@/utils/backup/writers/losses'
import styles from './LossList.module.css'

const droppedTexts: Record<Dropped, MessageKey> = {
  name: 'loss_name',
  note: 'loss_note',
  sites: 'loss_sites',
  tags: 'loss_tags',
  favorite: 'loss_favorite',
  recovery: 'loss_recovery',
  other: 'loss_other',
}

const refusedTexts: Record<Refused, MessageKey> = {
  steam: 'loss_why_steam',
  period: 'loss_why_period',
  digits: 'loss_why_digits',
  'too-long': 'loss_why_too_long',
  kind: 'loss_why_kind',
  unreadable: 'loss_why_unreadable',
}

/** What the file will not hold, before it is written. */
export function LossList({ losses }: { readonly losses: Losses }) {
  const { refused, dropped, trashed } = losses
  const lines = [
    ...dropped.map(({ what, count }) => t(droppedTexts[what], count)),
    ...(trashed > 0 ? [t('loss_trash', trashed)] : []),
    t('loss_always'),
  ]
  return (
    <div class={styles.losses} data-testid="losses">
      {refused.length > 0 && (
        <>
          <h3>{t('loss_refused', refused.length)}</h3>
          <ul class={styles.refused}>
            {refused.map(({ issuer, label, why }, index) => (
              <li key={index} data-testid="loss-refused">
                <AccountName issuer={issuer} label={label} layout="inline" />
                <span>{t(refusedTexts[why])}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('loss_title')}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
