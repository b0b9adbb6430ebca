import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { Icon } from '@/components/ui/Icon'
import type { IconName } from '@/components/ui/icon-paths'
import { hrefOf, type Route } from '../route'
import { useServices } from '../services'
import { browserOf } from './browser-of'
import styles from './FirstSteps.module.css'
import { HowItWorks } from './HowItWorks'
import { PinHint } from './PinHint'

/** What to do with a new vault: pin the button, learn the three steps, think of a backup. */
export function FirstSteps() {
  const { userAgent } = useServices()
  return (
    <>
      <Card title={t('manage_pin_title')} text={t('manage_pin_text')}>
        <PinHint browser={browserOf(userAgent)} />
      </Card>
      <Card title={t('manage_how_title')}>
        <HowItWorks />
        <p class={styles.try}>{t('manage_try')}</p>
      </Card>
      <div class={styles.ways}>
        <Way
          route="add"
          icon="add"
          title={t('manage_start_add')}
          text={t('manage_start_add_text')}
        />
        <Way
          route="backup"
          icon="upload"
          title={t('manage_start_restore')}
          text={t('manage_start_restore_text')}
        />
        <Way
          route="backup"
          icon="backup"
          title={t('manage_start_backup')}
          text={t('manage_start_backup_text')}
        />
      </div>
    </>
  )
}

interface WayProps {
  readonly route: Route
  readonly icon: IconName
  readonly title: string
  readonly text: string
}

function Way({ route, icon, title, text }: WayProps) {
  return (
    <a class={styles.way} href={hrefOf(route)}>
      <Icon name={icon} />
      <span>
        <strong>{title}</strong>
        {text}
      </span>
      <Icon name="arrow" />
    </a>
  )
}
