import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { Icon } from '@/components/ui/Icon'
import styles from './Promises.module.css'

const promises = (): readonly string[] => [
  t('manage_promise_network'),
  t('manage_promise_sealed'),
  t('manage_promise_sites'),
  t('manage_promise_exact'),
  t('manage_promise_lock'),
  t('manage_promise_reset'),
]

/** What can be relied on, in plain words. */
export function Promises() {
  return (
    <Card title={t('manage_promises_title')}>
      <ul class={styles.list}>
        {promises().map((promise) => (
          <li key={promise}>
            <Icon name="check" />
            <span>{promise}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
